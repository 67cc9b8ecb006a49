import { hoursAfter, type Instant } from '../../core/instant.ts';
import { notesHash } from '../../core/notes.ts';
import { isPlaceholder } from '../../core/notes-placeholder.ts';
import type { Package } from '../../core/package.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import { type Project, packagesOf } from '../../core/project.ts';
import { newestFirst } from '../../core/release.ts';
import { projectEntries } from '../../derive/entries.ts';
import { type Entry, type EntryNotes, isStable } from '../../derive/entry.ts';
import { readableNotes } from '../../derive/summaries/readable-notes.ts';
import { PROMPT_VERSION } from '../../enrich/summaries/prompt.ts';
import { type Cost, costOf, MOST_CHARACTERS } from '../../enrich/summaries/summarise.ts';
import { ConfigError } from '../../platform/errors.ts';
import { readRecords } from '../../store/read-records.ts';
import { readAllSummaries } from '../../store/summaries.ts';
import type { Workspace } from '../workspace.ts';

/** Notes that are to be summed up. */
export interface PlannedSummary {
  /** The package that wrote the notes, and its version. */
  readonly package: Package;
  readonly version: string;
  /** As people call it. */
  readonly project: string;
  readonly shownVersion: string;
  readonly notes: string;
  readonly hash: string;
  /** As a reader sees them. */
  readonly readable: string;
  readonly cost: Cost;
}

export interface SummaryPlan {
  /** The newest first, stable releases before others. */
  readonly planned: readonly PlannedSummary[];
  /** Summaries that are there already, of the same notes, by the same model and prompt. */
  readonly held: number;
}

export interface Wanted {
  readonly model: string;
  readonly only: string | undefined;
  readonly since: Instant | undefined;
  readonly answerTokens: number;
}

const DAYS = 90;
// What is shorter is its own summary.
const LEAST_CHARACTERS = 280;

/**
 * What there is to be summed up in a data folder.
 * @throws ConfigError if nobody follows the package that is named
 */
export async function planSummaries(workspace: Workspace, wanted: Wanted): Promise<SummaryPlan> {
  const projects = chosen(workspace.projects, wanted.only);
  const records = await readRecords(workspace.data, projects.flatMap(packagesOf));
  const since = wanted.since ?? hoursAfter(newestMoment([...records.values()]), -24 * DAYS);
  const entries = projects
    .flatMap((project) => projectEntries(project, records))
    .filter((entry) => entry.at >= since && isShown(entry));
  const sorted = entries.sort((a, b) => {
    return Number(isStable(b)) - Number(isStable(a)) || newestFirst(a.release, b.release);
  });
  const stored = await readAllSummaries(workspace.data, projects.flatMap(packagesOf));
  const planned = new Map<string, PlannedSummary>();
  let held = 0;
  for (const entry of sorted) {
    const one = plan(entry, wanted.answerTokens);
    if (one === undefined || planned.has(`${one.package.purl} ${one.version}`)) continue;
    const before = stored.get(one.package.purl)?.get(one.version);
    const isHeld =
      before?.notes === one.hash && before.model === wanted.model && before.prompt === PROMPT_VERSION;
    if (isHeld) held += 1;
    else planned.set(`${one.package.purl} ${one.version}`, one);
  }
  return { planned: [...planned.values()], held };
}

function chosen(projects: readonly Project[], only: string | undefined): readonly Project[] {
  if (only === undefined) return projects;
  const found = projects.filter((project) => packagesOf(project).some(({ purl }) => purl === only));
  if (found.length > 0) return found;
  throw new ConfigError(`summarize: no watchlist follows ${only}`, {
    remedy: 'name a package as its watchlist does',
  });
}

function newestMoment(records: readonly PackageRecord[]): Instant {
  let newest = '1980-01-01T00:00:00Z';
  for (const { importedAt, releases } of records) {
    for (const at of [importedAt, ...releases.map(({ seenAt }) => seenAt)]) if (at > newest) newest = at;
  }
  return newest;
}

// What no feed shows needs no summary.
function isShown({ release, prerelease, project }: Entry): boolean {
  return release.withdrawnAt === undefined && (!prerelease || project.track.prereleases !== false);
}

function plan({ notes, project, version }: Entry, answerTokens: number): PlannedSummary | undefined {
  if (notes === undefined || isPlaceholder(notes.text)) return undefined;
  const readable = readableNotes(notes.text);
  if (readable.length < LEAST_CHARACTERS) return undefined;
  const input = { project: project.name, version, notes: readable };
  return {
    ...about(notes),
    project: project.name,
    shownVersion: version,
    readable,
    cost: costOf(input, MOST_CHARACTERS, answerTokens),
  };
}

function about({ package: pkg, ref, text }: EntryNotes) {
  return { package: pkg, version: ref, notes: text, hash: notesHash(text) };
}
