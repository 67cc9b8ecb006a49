import type { Entry } from '../derive/entry.ts';
import { marksOf } from '../derive/meaning/marks.ts';
import { meaningOf } from './meaning.ts';

/** Whether notes say that they break something, or that they fix a vulnerability. */
export interface NotesMarks {
  readonly breaking: boolean;
  readonly security: boolean;
}

declare global {
  var tidingsMarks: WeakMap<Entry, NotesMarks> | undefined;
}

/** By rules alone. Read out of the notes once: the feeds ask it of every release. */
export function notesMarks(entry: Entry): NotesMarks {
  globalThis.tidingsMarks ??= new WeakMap();
  const known = globalThis.tidingsMarks.get(entry);
  if (known !== undefined) return known;
  const { breaking, security } = marksOf(meaningOf(entry));
  const marks = { breaking: breaking !== undefined, security: security !== undefined };
  globalThis.tidingsMarks.set(entry, marks);
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
  globalThis.tidingsMarks ??= new WeakMap();
  for (const [index, entry] of entries.entries()) {
    const digit = Number(text[index]);
    globalThis.tidingsMarks.set(entry, { breaking: digit % 2 === 1, security: digit > 1 });
  }
}
