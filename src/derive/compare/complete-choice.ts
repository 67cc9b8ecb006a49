import type { CompareIndex } from './compare-index.ts';
import { hasFlag } from './compare-range.ts';
import { findVersion, type Place, refOf } from './find-version.ts';
import { latestOf, proposedRanges } from './proposed-ranges.ts';

/** Two versions as they were given; empty where none was. */
export interface Choice {
  readonly from: string;
  readonly to: string;
}

/** A choice with both versions: what is missing is proposed. Undefined where there are no two. */
export function completeChoice(index: CompareIndex, { from, to }: Choice): Choice | undefined {
  if (from !== '' && to !== '') return { from, to };
  if (from === '' && to === '') return proposedRanges(index)[0];
  const place = findVersion(index, from || to);
  // What is not known is told by its name.
  if (place === undefined) return { from: from || to, to: from || to };
  return from === '' ? { from: below(place), to } : { from, to: above(place) };
}

/** A choice of which one version was just changed: the other one follows to its line. */
export function followChoice(index: CompareIndex, choice: Choice, changed: keyof Choice): Choice {
  const place = findVersion(index, choice[changed]);
  const other = changed === 'from' ? 'to' : 'from';
  if (place === undefined || place.line === findVersion(index, choice[other])?.line) return choice;
  return { ...choice, [other]: changed === 'from' ? above(place) : below(place) };
}

function above({ line, at }: Place): string {
  const latest = latestOf(line);
  const end = latest !== undefined && line.releases.indexOf(latest) > at ? latest : line.releases.at(-1);
  return end === undefined ? '' : refOf(end);
}

function below({ line, at, release }: Place): string {
  const lower = line.releases.slice(0, at);
  return refOf(lower.findLast((one) => !hasFlag(one, 'prerelease')) ?? lower.at(-1) ?? release);
}
