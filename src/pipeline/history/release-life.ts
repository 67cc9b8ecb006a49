import type { Change } from '../../core/change.ts';
import type { Release } from '../../core/release.ts';
import { unifiedDiff } from '../../derive/unified-diff.ts';
import { ConfigError } from '../../platform/errors.ts';
import { escapeLine } from '../../platform/escape-line.ts';
import type { DataCommit } from '../past/data-commit.ts';
import type { PackageState } from '../past/package-files.ts';
import { changeWords, placeWords } from './change-words.ts';

export interface Life {
  readonly purl: string;
  readonly version: string;
  /** What the ledger says of this version, oldest first. */
  readonly ledger: readonly Change[];
  readonly states: AsyncIterable<{
    readonly commit: DataCommit;
    readonly state: PackageState | undefined;
  }>;
}

interface Event {
  readonly at: string;
  readonly lines: readonly string[];
}

/**
 * Everything that happened to one release: when it was first seen, each change of the ledger, each edit of its notes as a diff, and
 * what was stored without being a change.
 * @throws ConfigError if there never was such a version
 */
export async function describeLife({ purl, version, ledger, states }: Life): Promise<string[]> {
  const events: Event[] = [];
  const byMoment = Map.groupBy(ledger, ({ at }) => at);
  let before: Release | undefined;
  for await (const { commit, state } of states) {
    const after = state?.record.releases.find((release) => release.version === version);
    if (after === before || JSON.stringify(after) === JSON.stringify(before)) continue;
    const changes = byMoment.get(commit.at) ?? [];
    byMoment.delete(commit.at);
    events.push({ at: commit.at, lines: step(before, after, changes, commit) });
    before = after;
  }
  // What changed nothing in its file: a lag, or what is not committed.
  for (const [at, changes] of byMoment) {
    events.push({
      at,
      lines: changes.map((change) => `${placeWords(at, undefined)}  ${changeWords(change)}`),
    });
  }
  if (events.length === 0) {
    throw new ConfigError(`${purl} never had a version ${version}`, {
      remedy: `see which there are: npm run history -- ${purl} --at HEAD`,
    });
  }
  const sorted = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [`${purl} ${version} (times in UTC)`, ...sorted.flatMap(({ lines }) => lines)].map(escapeLine);
}

function step(
  before: Release | undefined,
  after: Release | undefined,
  changes: readonly Change[],
  { at, id }: DataCommit,
): string[] {
  const told = changes.map(changeWords);
  if (before === undefined && after !== undefined) told.unshift('first seen');
  if (after === undefined) told.push('no longer held');
  if (told.length === 0) told.push(`stored: ${changedKeys(before, after).join(', ')}`);
  const isEdited = before !== undefined && after !== undefined && before.notes !== after.notes;
  const diff = isEdited ? unifiedDiff(before.notes ?? [], after.notes ?? []) : [];
  return [...told.map((words) => `${placeWords(at, id)}  ${words}`), ...diff.map((line) => `    ${line}`)];
}

function changedKeys(before: Release = { version: '', seenAt: '' }, after: Release = before): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)));
}
