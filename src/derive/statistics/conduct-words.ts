import { countInWords } from '../words.ts';
import type { Conduct, Observed } from './conduct.ts';
import type { ProjectStatistics } from './project-statistics.ts';
import { percentInWords } from './share-words.ts';

type Some = NonNullable<Observed>;

/** A column of the scorecard. */
export interface ConductColumn {
  readonly key: keyof Conduct;
  readonly head: string;
  /** Whether finding any is a thing to look into. */
  readonly isBad: boolean;
  /** All projects together, in a sentence. */
  readonly sum: (observed: Some) => string;
}

const COLUMNS: readonly ConductColumn[] = [
  {
    key: 'moved',
    head: 'Tags moved',
    isBad: true,
    sum: ({ found, of }) => `Of ${countInWords(of, 'tag')}, ${wereOf(found)} moved to another commit.`,
  },
  {
    key: 'replaced',
    head: 'Files replaced',
    isBad: true,
    sum: ({ found, of }) =>
      `Of ${countInWords(of, 'release')} with files, ${wereOf(found)} given other ones later.`,
  },
  {
    key: 'late',
    head: 'Notes late',
    isBad: false,
    sum: ({ found, of }) =>
      `Of ${countInWords(of, 'release')} watched from the start, ${found === 0 ? 'none' : found.toLocaleString('en-GB')} had no notes after a day.`,
  },
  {
    key: 'digests',
    head: 'Files with digest',
    isBad: false,
    sum: ({ found, of }) => `${percentInWords(found, of)} of the files have a digest.`,
  },
  {
    key: 'vouched',
    head: 'Vouched for',
    isBad: false,
    sum: ({ found, of }) =>
      `Upstream vouches for ${percentInWords(found, of)} of the releases that it could vouch for.`,
  },
];

/** The columns of which anything was observed, and the names of the others. */
export function conductColumns(projects: readonly ProjectStatistics[]): {
  readonly columns: readonly ConductColumn[];
  readonly unknown: readonly string[];
} {
  const isKnown = ({ key }: ConductColumn) => projects.some(({ conduct }) => conduct[key] !== undefined);
  return {
    columns: COLUMNS.filter(isKnown),
    unknown: COLUMNS.filter((column) => !isKnown(column)).map(({ head }) => head.toLowerCase()),
  };
}

/** `none of 34`, `2 of 34`, `all 34`, `not observable` */
export function observedInWords(observed: Observed): string {
  if (observed === undefined) return 'not observable';
  const { found, of } = observed;
  if (found === of) return `all ${of.toLocaleString('en-GB')}`;
  return `${found === 0 ? 'none' : found.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`;
}

/** All projects in a few sentences, and what nothing could be observed of. */
export function conductInWords(projects: readonly ProjectStatistics[]): string {
  const { columns, unknown } = conductColumns(projects);
  const sentences = columns.map(({ key, sum }) => sum(sumOf(projects.map(({ conduct }) => conduct[key]))));
  if (unknown.length > 0) sentences.push(`Nothing could be observed of these: ${unknown.join(', ')}.`);
  return sentences.join(' ');
}

function sumOf(all: readonly Observed[]): Some {
  let found = 0;
  let of = 0;
  for (const one of all) {
    found += one?.found ?? 0;
    of += one?.of ?? 0;
  }
  return { found, of };
}

function wereOf(found: number): string {
  if (found === 0) return 'none was';
  return found === 1 ? 'one was' : `${found.toLocaleString('en-GB')} were`;
}
