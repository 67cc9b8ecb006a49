import assert from 'node:assert/strict';
import type { ExpectedLine, Model, TrueRelease } from './model.ts';
import { type HeldRelease, type Line, readLines, readReleases } from './read-plainly.ts';

/** Where data/ and the truth differ: nothing, where all is well. */
export interface Differences {
  /** Lines that are not there. */
  readonly lost: readonly string[];
  /** Lines that ought not to be there, or are there twice. */
  readonly extra: readonly string[];
  /** Packages and releases that are not as upstream has them. */
  readonly wrong: readonly string[];
}

/** Asserts that a data folder holds all that was done, once, and nothing else; and what upstream lists now. */
export async function assertAsModel(data: string, model: Model): Promise<void> {
  const lines = (await readLines(data)).filter(({ kind }) => kind !== 'imported');
  const differences: Differences = {
    ...compareLines(model.lines, lines),
    wrong: compareReleases(model, await readReleases(data)),
  };
  assert.deepEqual(differences, { lost: [], extra: [], wrong: [] });
}

export function compareLines(
  expected: readonly ExpectedLine[],
  found: readonly (Omit<Line, 'at' | 'severity'> | Line)[],
): Pick<Differences, 'lost' | 'extra'> {
  const due = expected.map(keyOf);
  const there = found.map(keyOf);
  return { lost: minus(due, there), extra: minus(there, due) };
}

function keyOf(line: ExpectedLine | Omit<Line, 'at' | 'severity'>): string {
  const { kind, package: purl, version, subject, before, after, flap } = line;
  return JSON.stringify([kind, purl, version, subject, before, after, flap].map((part) => part ?? null));
}

/** What the first holds more often than the second. */
function minus(first: readonly string[], second: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const key of second) left.set(key, (left.get(key) ?? 0) + 1);
  return first.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Compares what is listed now; what is gone must be held still, and marked. */
function compareReleases(model: Model, held: ReadonlyMap<string, readonly HeldRelease[]>): string[] {
  const wrong: string[] = [...held.keys()].filter((purl) => !model.packages.has(purl));
  for (const [purl, list] of model.packages) {
    const releases = held.get(purl) ?? [];
    const present = new Map(
      releases.filter((one) => one.missingSince === undefined).map((one) => [one.version, one]),
    );
    for (const version of new Set([...list.keys(), ...present.keys()])) {
      const [truth, ours] = [list.get(version), present.get(version)];
      const isSame = truth !== undefined && ours !== undefined && isAs(truth, ours);
      if (!isSame) wrong.push(`${purl} ${version}: ${JSON.stringify([truth, ours])}`);
    }
    if (new Set(releases.map((one) => one.version)).size < releases.length) wrong.push(`${purl}: twice`);
  }
  return wrong;
}

function isAs(truth: TrueRelease, ours: HeldRelease): boolean {
  const digests = Object.fromEntries(ours.assets.map(({ name, digest }) => [name, digest]));
  const same = [
    truth.publishedAt === ours.publishedAt,
    truth.title === undefined || truth.title === ours.title,
    truth.notes === undefined || truth.notes === ours.notes.join('\n'),
    truth.commit === undefined || truth.commit === ours.commit,
    (truth.isPrerelease ?? false) === ours.prerelease,
    truth.yanked === ours.yanked,
    truth.deprecated === ours.deprecated,
    truth.digests === undefined || isSameRecord(truth.digests, digests),
  ];
  return same.every((one) => one);
}

function isSameRecord(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string | undefined>>,
): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
