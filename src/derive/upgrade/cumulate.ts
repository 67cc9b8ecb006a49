import { NOTE_KINDS, type NoteKind } from '../meaning/note-item.ts';
import type { ReleaseItems } from './upgrade-notes.ts';

/** One thing that several releases may have told. */
export interface CumulativeItem {
  readonly text: string;
  /** The releases that tell it, in the order in which they were given. */
  readonly releases: readonly ReleaseItems[];
}

export interface CumulativeKind {
  readonly kind: NoteKind;
  readonly items: readonly CumulativeItem[];
}

/** All that these releases tell, by kind, the gravest first. What several of them tell in the same words stands once. */
export function cumulate(releases: readonly ReleaseItems[]): CumulativeKind[] {
  const told = new Map<NoteKind, Map<string, { text: string; releases: ReleaseItems[] }>>();
  for (const release of releases) {
    for (const [kind, text] of release.items) {
      const ofKind = told.get(kind) ?? new Map<string, { text: string; releases: ReleaseItems[] }>();
      told.set(kind, ofKind);
      const words = wordsOf(text);
      const item = ofKind.get(words) ?? { text, releases: [] };
      ofKind.set(words, item);
      if (!item.releases.includes(release)) item.releases.push(release);
    }
  }
  return NOTE_KINDS.flatMap((kind) => {
    const items = told.get(kind);
    return items === undefined ? [] : [{ kind, items: [...items.values()] }];
  });
}

// A back-ported fix has another number and another hash in each line. Signs count where they are all that differs: C++ and C#, < and >.
function wordsOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\(?#\d+\)?|\(?\b(?=[a-f]*\d)[0-9a-f]{7,40}\b\)?/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\p{Sm}\p{Sc}#]+/gu, ' ')
    .trim();
  return words === '' ? text : words;
}
