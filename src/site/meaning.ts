import type { Entry, EntryNotes } from '../derive/entry.ts';
import { type NotesMeaning, readMeaning } from '../derive/meaning/read-meaning.ts';

const meanings = new WeakMap<EntryNotes, NotesMeaning>();

const NOTHING_SAID: NotesMeaning = { items: [], contributors: [], identifiers: [] };

/** What an entry's notes say, by rules alone. */
export function meaningOf({ notes }: Entry): NotesMeaning {
  if (notes === undefined) return NOTHING_SAID;
  const meaning = meanings.get(notes) ?? readMeaning(notes.text);
  meanings.set(notes, meaning);
  return meaning;
}

/** Takes it as known what an entry's notes say. */
export function primeMeaning({ notes }: Entry, meaning: NotesMeaning): void {
  if (notes !== undefined) meanings.set(notes, meaning);
}

/** Lets go of what an entry's notes say: of many it takes more memory than the notes. */
export function forgetMeaning({ notes }: Entry): void {
  if (notes !== undefined) meanings.delete(notes);
}
