/** Where all indexes of notes lie, below the site. */
export const NOTES_FOLDER = 'pagefind/';

/** Where an index of notes lies, below the site, as Pagefind writes it. */
export const NOTE_FOLDERS = { newest: `${NOTES_FOLDER}newest/`, older: `${NOTES_FOLDER}older/` } as const;

export type NotePart = keyof typeof NOTE_FOLDERS;

/** Beside an index: the path of each release in it, by its id there. */
export const NOTE_IDS = 'releases.json';

/** What Pagefind sorts by: the place of a release, the newest first. */
export const NOTE_ORDER = 'place';

// So many are gone through in a few hundredths of a second, whatever is looked for.
const STEP = 500;

/**
 * How many of so many notes are the newest, that have an index of their own: all if they are few, else 500 to 999. The others are
 * a multiple of 500, so that their index stays as it is while new ones come in.
 */
export function countNewest(count: number): number {
  return count < 2 * STEP ? count : STEP + (count % STEP);
}
