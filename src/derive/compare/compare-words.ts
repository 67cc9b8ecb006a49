import { daysBetween } from '../../core/days-between.ts';
import { severityInWords } from '../advisories/alerts.ts';
import type { StepKind } from '../step.ts';
import { countInWords, dayInWords } from '../words.ts';
import type { ComparedAdvisory, CompareIndex } from './compare-index.ts';
import { hasFlag, type Range, type Unanswered } from './compare-range.ts';
import { nearestTo, refOf } from './find-version.ts';
import type { Told } from './told-between.ts';

const SIZES: Readonly<Record<StepKind, string>> = {
  major: 'A major step',
  minor: 'A minor step',
  patch: 'A patch step',
  prerelease: 'From one pre-release to another',
  other: 'A step',
};

/** How far it is: `A major step: 14 releases, 3 of them pre-releases, in 120 days. Of these, 2 marked as breaking.` */
export function rangeInWords({ from, to, releases, step }: Range): string {
  if (from === to) return 'It is the same version: nothing lies between.';
  const size =
    step.breaking && step.kind !== 'major' ? `${SIZES[step.kind]} that may break` : SIZES[step.kind];
  const early = releases.filter((one) => hasFlag(one, 'prerelease')).length;
  const parts = [
    countInWords(releases.length, 'release'),
    earlyInWords(early, releases.length),
    timeInWords(from.day, to.day),
  ].filter((part) => part !== undefined);
  return `${size}: ${parts.join(', ')}.${markedInWords(releases)}`;
}

function earlyInWords(early: number, all: number): string | undefined {
  if (early === 0) return undefined;
  if (early === all) return all === 1 ? 'a pre-release' : 'all of them pre-releases';
  return `${early.toLocaleString('en-GB')} of them ${early === 1 ? 'a pre-release' : 'pre-releases'}`;
}

// A back-port may be younger than the version above it.
function timeInWords(from: string, to: string): string {
  if (from === to) return 'on one day';
  if (from < to) return `in ${countInWords(daysBetween(from, to), 'day')}`;
  return `to what came out ${countInWords(daysBetween(to, from), 'day')} earlier`;
}

const MARKS = [
  ['breaking', 'marked as breaking'],
  ['security', 'marked for security'],
  ['yanked', 'yanked'],
  ['withdrawn', 'withdrawn'],
] as const;

function markedInWords(releases: Range['releases']): string {
  const said = MARKS.flatMap(([flag, words]) => {
    const count = releases.filter((one) => hasFlag(one, flag)).length;
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${words}`];
  });
  return said.length === 0 ? '' : ` Of these, ${said.join(', ')}.`;
}

/** From when to when. */
export function daysInWords({ from, to }: Range): string {
  return `${dayInWords(from.day)} to ${dayInWords(to.day)}`;
}

/** Why there is no answer, and what to do about it. */
export function unansweredInWords(index: CompareIndex, why: Unanswered): string {
  if (why.problem === 'apart') {
    return `${refOf(why.from)} and ${refOf(why.to)} do not follow one another: they are of two variants or parts of ${index.name}. Choose two versions of one of them.`;
  }
  const near = nearestTo(index, why.version).map(({ release }) => refOf(release));
  const remedy =
    near.length === 0 ? '' : ` Next to it ${near.length === 1 ? 'is' : 'are'} ${near.join(' and ')}.`;
  return `No release of ${index.name} that is held here is called “${why.version}”.${remedy} Choose one of the list.`;
}

/** How many releases have no notes that say anything. */
export function gapsInWords({ silent }: Told, releases: number): string {
  if (silent === 0) return '';
  if (silent === releases) return 'No notes say what lies between.';
  return `${countInWords(silent, 'release')} of these ${silent === 1 ? 'has' : 'have'} no notes that say anything.`;
}

/** `high`, `malware` */
export function gravityInWords({ severity, isMalware }: ComparedAdvisory): string {
  return isMalware ? 'malware' : severityInWords(severity);
}
