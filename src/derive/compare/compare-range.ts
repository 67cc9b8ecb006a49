import { SCHEMES } from '../../versions/schemes.ts';
import { plainVersion } from '../plain-version.ts';
import { type Step, stepOf } from '../step.ts';
import { FLAGS } from '../upgrade/ladder.ts';
import type { ComparedRelease, CompareIndex } from './compare-index.ts';
import { findVersion, type Place } from './find-version.ts';

/** What lies between two versions. */
export interface Range {
  readonly from: ComparedRelease;
  readonly to: ComparedRelease;
  /** They were given the other way round. */
  readonly isSwapped: boolean;
  /** Above the one, up to the other. Highest first. */
  readonly releases: readonly ComparedRelease[];
  /** They lie between by their numbers, but came out after the target: it need not have what they have. Highest first. */
  readonly later: readonly ComparedRelease[];
  /** How far the target goes beyond the start; a pre-release is taken for the version that it precedes. */
  readonly step: Step;
}

/** Why two texts cannot be compared. */
export type Unanswered =
  | { readonly problem: 'unknown'; readonly version: string }
  | { readonly problem: 'apart'; readonly from: ComparedRelease; readonly to: ComparedRelease };

/** What lies between two versions, in whichever order they are given. */
export function compareRange(index: CompareIndex, from: string, to: string): Range | Unanswered {
  const start = findVersion(index, from);
  const end = findVersion(index, to);
  if (start === undefined) return { problem: 'unknown', version: from };
  if (end === undefined) return { problem: 'unknown', version: to };
  if (start.line !== end.line) return { problem: 'apart', from: start.release, to: end.release };
  const isSwapped = start.at > end.at;
  return isSwapped ? toRange(index, end, start, true) : toRange(index, start, end, false);
}

function toRange(index: CompareIndex, from: Place, to: Place, isSwapped: boolean): Range {
  const between = from.line.releases.slice(from.at + 1, to.at + 1).reverse();
  const isLater = ({ day }: ComparedRelease) => day > to.release.day;
  return {
    from: from.release,
    to: to.release,
    isSwapped,
    releases: between.filter((one) => !isLater(one)),
    later: between.filter(isLater),
    step: stepBetween(index, from.release, to.release),
  };
}

function stepBetween({ scheme: id }: CompareIndex, from: ComparedRelease, to: ComparedRelease): Step {
  const scheme = SCHEMES[id];
  const factsOf = ({ version }: ComparedRelease) => {
    const plain = plainVersion(version, scheme);
    return plain && scheme.facts(plain.version);
  };
  const [before, after] = [factsOf(from), factsOf(to)];
  const isSame = before?.numbers.join('.') === after?.numbers.join('.');
  if (after === undefined || (isSame && hasFlag(from, 'prerelease'))) {
    return { kind: hasFlag(to, 'prerelease') ? 'prerelease' : 'other', breaking: false };
  }
  return stepOf({ ...after, prerelease: false }, before);
}

/** Whether something is to be known of a release. */
export function hasFlag({ flags = '' }: ComparedRelease, name: keyof typeof FLAGS): boolean {
  return flags.includes(FLAGS[name]);
}
