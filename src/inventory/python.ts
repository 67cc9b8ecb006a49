import { field } from './fields.ts';

/** One spelling of a name: PyPI knows many. https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const FOLDER = 'is a folder or file, not a release of an index';

/** Why a package that says it comes from elsewhere is skipped, by its word for that; of several words the first counts. */
export const SOURCE_WORDS: ReadonlyMap<string, string> = new Map([
  ['git', 'comes from a git repository, not from an index'],
  ['url', 'comes from an address of its own, not from an index'],
  ['directory', FOLDER],
  ['editable', FOLDER],
  ['file', FOLDER],
  ['path', FOLDER],
  ['virtual', FOLDER],
]);

/** Why a package is skipped that has such a word for a key; undefined where it may come from an index. */
export function elsewhere(entry: unknown): string | undefined {
  return [...SOURCE_WORDS].find(([word]) => field(entry, word) !== undefined)?.[1];
}
