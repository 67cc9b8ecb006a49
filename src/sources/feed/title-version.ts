import { headingVersion } from '../../versions/changelog/heading-version.ts';
import { readTag } from '../../versions/tag.ts';

const LONGEST = 255;
const NUMBERS = /^\d+(?:\.\d+)+/;
const AROUND = /^[[({"'“‘]+|[\])}"'”’:;,.!?]+$/g;

/**
 * The version that a title speaks of: the only one that it names. `Acme 1.2.3 released` and `v1.2.3` are 1.2.3, a tag with a
 * component stays whole (`acme@1.2.3`). A title that names none, or several, is itself what tells the release.
 */
export function titleVersion(title: string): string {
  const versions = new Set(title.split(/\s+/).map(wordVersion));
  versions.delete(undefined);
  const [version, ...others] = versions;
  if (version !== undefined && others.length === 0) return version;
  return shorten(title);
}

/** At most 255 characters, none of them cut in half. */
export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function wordVersion(word: string): string | undefined {
  if (word.includes('://')) return undefined;
  const bare = word.replace(AROUND, '');
  const named = headingVersion(bare) ?? readTag(bare);
  if (named === undefined || !NUMBERS.test(named.version)) return undefined;
  return named.component === undefined ? named.version : bare;
}
