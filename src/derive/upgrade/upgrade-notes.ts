import type { Entry } from '../entry.ts';
import type { NoteKind } from '../meaning/note-item.ts';
import type { NotesMeaning } from '../meaning/read-meaning.ts';

/** Where the notes of a project are found, below the site. */
export function upgradeNotesPath(project: string): string {
  return `api/v1/upgrade/notes/${project}.json`;
}

/** What the notes of a release say, item by item. */
export interface ReleaseItems {
  readonly version: string;
  /** Upstream’s name for it, where that differs: `v1.0.0` and `1.0.0` are two releases with one version. */
  readonly ref?: string;
  /** Its page, below the site. */
  readonly path: string;
  readonly items: readonly (readonly [kind: NoteKind, text: string])[];
  /** How many more items there are than these. */
  readonly more?: number;
  /** Whom they thank. */
  readonly contributors?: readonly string[];
}

/** What the notes of a project say, release by release, newest first. */
export interface UpgradeNotes {
  readonly format: 1;
  readonly releases: readonly ReleaseItems[];
}

// A release with more items than that is a list of commits; its page has them all.
const MOST_ITEMS = 100;

/** The notes of these entries, which are newest first. Those that say nothing keep their address. */
export function upgradeNotes(
  entries: readonly Entry[],
  meaningOf: (entry: Entry) => NotesMeaning,
  pathOf: (entry: Entry) => string,
): UpgradeNotes {
  const releases = entries.map((entry): ReleaseItems => {
    const { items: all, contributors } = meaningOf(entry);
    const items = all.slice(0, MOST_ITEMS);
    return {
      version: entry.version,
      ...(entry.release.version !== entry.version && { ref: entry.release.version }),
      path: pathOf(entry),
      items: items.map(({ kind, text }) => [kind, text]),
      ...(all.length > items.length && { more: all.length - items.length }),
      ...(contributors.length > 0 && { contributors }),
    };
  });
  return { format: 1, releases };
}
