import { InvalidPackage, parsePackage } from '../core/package.ts';
import { ReleaseFile, ReleaseShard } from '../core/package-record.ts';
import { newestFirst, type Release } from '../core/release.ts';
import type { Texts } from './check-data.ts';
import { checkShape } from './check-shape.ts';
import { packagePath } from './paths.ts';

// `@` is written as %40 within a name, so that the last segment holds one only before a period.
const SHARD = /^(.+)@([^/@]+)\.json$/;
const PERIOD = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** All that is wrong in the release files, a line each. */
export function checkReleases(texts: Texts): string[] {
  const problems: string[] = [];
  const versions = new Map<string, Set<string>>();
  const split = new Set<string>();
  // Headers before their shards: `<name>.json` says whether there are any.
  const paths = [...texts.keys()].sort((a, b) => Number(SHARD.test(a)) - Number(SHARD.test(b)));
  for (const path of paths) {
    const [, base = path.replace(/\.json$/, ''), period] = SHARD.exec(path) ?? [];
    const checked = checkShape(period === undefined ? ReleaseFile : ReleaseShard, texts.get(path) ?? '');
    if ('problem' in checked) {
      problems.push(`${path}: ${checked.problem}`);
      continue;
    }
    const { value } = checked;
    if ('split' in value) split.add(base);
    const known = versions.get(base) ?? new Set();
    versions.set(base, known);
    const found = [
      ...checkPlace(value.package, base),
      ...checkReleaseList(value.releases, known),
      ...(period === undefined ? [] : checkShard(period, split.has(base))),
    ];
    problems.push(...found.map((problem) => `${path}: ${problem}`));
  }
  return problems;
}

function checkPlace(purl: string, base: string): string[] {
  try {
    const pkg = parsePackage(purl);
    if (pkg.purl !== purl) return [`${purl} is not its canonical purl, ${pkg.purl}`];
    const place = packagePath(pkg);
    return place === base ? [] : [`is the file of ${purl}, whose place is ${place}.json`];
  } catch (error) {
    if (error instanceof InvalidPackage) return [error.message];
    throw error;
  }
}

function checkReleaseList(releases: readonly Release[], known: Set<string>): string[] {
  const problems: string[] = [];
  for (const [index, release] of releases.entries()) {
    const before = releases[index - 1];
    if (before !== undefined && newestFirst(before, release) > 0) {
      problems.push(`${release.version} is newer than ${before.version}, which stands before it`);
    }
    if (known.has(release.version)) problems.push(`holds ${release.version} a second time`);
    known.add(release.version);
  }
  return problems;
}

function checkShard(period: string, isSplit: boolean): string[] {
  if (!PERIOD.test(period)) return [`“${period}” is neither a year nor a month`];
  return isSplit ? [] : ['belongs to a package that is not split'];
}
