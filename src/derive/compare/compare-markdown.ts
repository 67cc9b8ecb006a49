import { escapeMarkdown } from '../upgrade/escape-markdown.ts';
import { kindsMarkdown } from '../upgrade/kinds-markdown.ts';
import { cutMarkdown } from '../upgrade/notes-between.ts';
import type { AdvisoriesBetween } from './advisories-between.ts';
import type { CodeComparison } from './code-between.ts';
import type { ComparedAdvisory, CompareIndex } from './compare-index.ts';
import type { Range } from './compare-range.ts';
import { daysInWords, gapsInWords, gravityInWords, rangeInWords } from './compare-words.ts';
import { refOf } from './find-version.ts';
import type { Told } from './told-between.ts';

/** All that is known between two versions. */
export interface Comparison {
  readonly index: CompareIndex;
  readonly range: Range;
  readonly advisories: AdvisoriesBetween;
  readonly told: Told;
  readonly code: readonly CodeComparison[];
}

const MOST_ITEMS = 100;

/** A comparison as a document in markdown. Nothing in it mentions anybody, or refers to anything of the place where it is pasted. */
export function compareMarkdown({ index, range, advisories, told, code }: Comparison): string {
  const { from, to, later } = range;
  const gaps = gapsInWords(told, range.releases.length);
  const parts = [
    `# ${escapeMarkdown(`${index.name} ${refOf(from)} → ${refOf(to)}`)}`,
    `${rangeInWords(range)} ${daysInWords(range)}.`,
    ...code.map(({ name, url }) => `Code at ${escapeMarkdown(name)}: <${url}>`),
    advisoryLines(advisories).join('\n'),
    ...kindsMarkdown(told.kinds, MOST_ITEMS),
    gaps,
    cutMarkdown(told),
    later.length > 0 && `Out after ${escapeMarkdown(refOf(to))}, and not counted: ${namesOf(later)}.`,
    told.contributors.length > 0 && `Thanks to ${told.contributors.map(escapeMarkdown).join(', ')}.`,
  ];
  return `${parts.filter((part) => part !== false && part !== undefined && part !== '').join('\n\n')}\n`;
}

function advisoryLines({ closed, open, entered }: AdvisoriesBetween): string[] {
  const line = (advisory: ComparedAdvisory, what: string) => {
    const said = `${advisory.id}, ${gravityInWords(advisory)}, ${what}${advisory.summary ? `: ${advisory.summary}` : ''}`;
    return `- ${escapeMarkdown(said)}`;
  };
  return [
    ...closed.map(({ advisory, since }) => line(advisory, `fixed in ${refOf(since)}`)),
    ...open.map(({ advisory }) => line(advisory, 'stays open')),
    ...entered.map(({ advisory }) => line(advisory, 'comes in on the way')),
  ];
}

function namesOf(releases: Range['later']): string {
  return escapeMarkdown(releases.map(refOf).join(', '));
}
