import { floatingAmong } from '../../versions/floating-tags.ts';
import { schemeOf } from '../../versions/schemes.ts';

/** The tags of an image in order of interest. */
export interface OrderedTags {
  /** Highest version first; what is no version comes last. */
  readonly tags: readonly string[];
  /** Whether a tag is meant to move: `latest`, and `3.12` where there is a 3.12.4. */
  readonly isFloating: (tag: string) => boolean;
  /** The tag that speaks for the image: its highest plain release. */
  readonly newest: string | undefined;
}

/** @param names each once, without noise */
export function orderTags(names: readonly string[]): OrderedTags {
  const { compare, facts } = schemeOf('docker');
  const tags = names.toSorted((a, b) => compare(b, a));
  const isFloating = floatingAmong(tags, facts);
  const isRelease = (tag: string) => facts(tag)?.prerelease === false && !isFloating(tag);
  // A suffix (1.2.3-alpine) makes another variant of the same release.
  const newest = tags.find((tag) => isRelease(tag) && !tag.includes('-')) ?? tags.find(isRelease);
  return { tags, isFloating, newest: newest ?? (tags.includes('latest') ? 'latest' : tags[0]) };
}
