import type { ProjectAdvisories } from '../derive/advisories/project-advisories.ts';
import type { Entry, EntryNotes } from '../derive/entry.ts';
import { type Marks, marksOf } from '../derive/meaning/marks.ts';
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

/** Whether a release breaks something: by its number, or by its notes. */
export function breaks(entry: Entry): boolean {
  return entry.step.breaking || marks(entry).breaking !== undefined;
}

/** Whether a release closes something: a vulnerability that is on record, or one that its notes tell of. */
export function secures(entry: Entry, advisories: ProjectAdvisories | undefined): boolean {
  return marks(entry).security !== undefined || (advisories?.of(entry).fixes.length ?? 0) > 0;
}

function marks(entry: Entry): Marks {
  return marksOf(meaningOf(entry));
}
