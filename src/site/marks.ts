import type { Entry } from '../derive/entry.ts';
import { marksOf } from '../derive/meaning/marks.ts';
import { meaningOf } from './meaning.ts';

/** Whether notes say that they break something, or that they fix a vulnerability. */
export interface NotesMarks {
  readonly breaking: boolean;
  readonly security: boolean;
}

const known = new WeakMap<Entry, NotesMarks>();

/** By rules alone. Read out of the notes once: the feeds ask it of every release. */
export function notesMarks(entry: Entry): NotesMarks {
  const found = known.get(entry);
  if (found !== undefined) return found;
  const { breaking, security } = marksOf(meaningOf(entry));
  const marks = { breaking: breaking !== undefined, security: security !== undefined };
  known.set(entry, marks);
  return marks;
}

/** The marks of entries, a digit each: 1 for breaking, 2 for security. */
export function marksText(entries: readonly Entry[]): string {
  return entries
    .map((entry) => Number(notesMarks(entry).breaking) + 2 * Number(notesMarks(entry).security))
    .join('');
}

/** Takes the marks of entries as known: of the same entries, whose notes are still the same. */
export function primeMarks(entries: readonly Entry[], text: string): void {
  for (const [index, entry] of entries.entries()) {
    const digit = Number(text[index]);
    known.set(entry, { breaking: digit % 2 === 1, security: digit > 1 });
  }
}
