import { join } from 'node:path';
import { compareText } from '../core/compare-text.ts';
import type { Package } from '../core/package.ts';
import { FORMAT } from '../core/package-record.ts';
import { contentOf, isEmptyContent, type Summary, SummaryFile } from '../core/summary.ts';
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts';
import { serialize } from './canonical-json.ts';
import { summariesPath } from './paths.ts';
import { parseFile } from './read.ts';

/**
 * The summaries of a package, by version.
 * @throws FormatError naming the file, if it is not valid
 */
export async function readSummaries(data: string, pkg: Package): Promise<ReadonlyMap<string, Summary>> {
  const path = join(data, summariesPath(pkg));
  const text = await readFileIfThere(path);
  if (text === undefined) return new Map();
  const { summaries } = parseFile(SummaryFile, text, path);
  return new Map(summaries.map((summary) => [summary.version, summary]));
}

/** The summaries of several packages, by purl. */
export async function readAllSummaries(
  data: string,
  packages: readonly Package[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Summary>>> {
  const all = packages.map(async (pkg) => [pkg.purl, await readSummaries(data, pkg)] as const);
  return new Map(await Promise.all(all));
}

/**
 * Puts summaries into the file of their package; each takes the place of the one of its version, and keeps it as `replaced` where the
 * notes were others. Returns the paths below data/ that it wrote.
 */
export async function writeSummaries(
  data: string,
  pkg: Package,
  fresh: readonly Summary[],
): Promise<string[]> {
  if (fresh.length === 0) return [];
  const summaries = new Map(await readSummaries(data, pkg));
  for (const summary of fresh)
    summaries.set(summary.version, succeed(summary, summaries.get(summary.version)));
  const sorted = [...summaries.values()].sort((a, b) => compareText(b.version, a.version));
  const file = SummaryFile.parse({ format: FORMAT, package: pkg.purl, summaries: sorted });
  const path = summariesPath(pkg);
  return (await writeFileAtomic(join(data, path), serialize(file))) ? [path] : [];
}

/** A summary with the memory of the one before it. */
export function succeed(summary: Summary, before: Summary | undefined): Summary {
  if (before === undefined) return summary;
  if (before.notes === summary.notes)
    return { ...summary, ...(before.replaced && { replaced: before.replaced }) };
  if (isEmptyContent(before)) return summary;
  const { notes, model, prompt } = before;
  return { ...summary, replaced: { notes, model, prompt, ...contentOf(before) } };
}
