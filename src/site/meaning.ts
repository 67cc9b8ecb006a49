import type { Entry, EntryNotes } from '../derive/entry.ts';
import { type NotesMeaning, readMeaning } from '../derive/meaning/read-meaning.ts';

declare global {
  var tidingsMeanings: WeakMap<EntryNotes, NotesMeaning> | undefined;
}

const NOTHING_SAID: NotesMeaning = { items: [], contributors: [], identifiers: [] };

/** What an entry's notes say, by rules alone. */
export function meaningOf({ notes }: Entry): NotesMeaning {
  if (notes === undefined) return NOTHING_SAID;
  globalThis.tidingsMeanings ??= new WeakMap();
  const meaning = globalThis.tidingsMeanings.get(notes) ?? readMeaning(notes.text);
  globalThis.tidingsMeanings.set(notes, meaning);
  return meaning;
}
