import type { Entry } from '../derive/entry.ts';
import { marksOf, type Mark as NotesMark } from '../derive/meaning/marks.ts';
import type { MeaningOf } from './held.ts';
import type { ApiRelease, Mark } from './shapes/release.ts';

// Rules cut no texts short, and an item may be a whole paragraph.
const LONGEST = 300;

/** The marks of a release, as the site sets them: by its notes, else by its number or by what it fixes. */
export function toMarks(
  entry: Entry,
  fixesSome: boolean,
  meaningOf: MeaningOf,
): Pick<ApiRelease, 'breaking' | 'security'> {
  const { breaking, security } = marksOf(meaningOf(entry));
  const breaks = toMark(breaking) ?? (entry.step.breaking ? { rule: 'version' } : undefined);
  const secures = toMark(security) ?? (fixesSome ? { rule: 'advisory-fixed' } : undefined);
  return { ...(breaks && { breaking: breaks }), ...(secures && { security: secures }) };
}

function toMark(mark: NotesMark | undefined): Mark | undefined {
  if (mark === undefined) return undefined;
  const { rule, quote } = mark;
  const text = quote.length > LONGEST ? `${quote.slice(0, LONGEST).toWellFormed()}…` : quote;
  return { rule, quote: text };
}
