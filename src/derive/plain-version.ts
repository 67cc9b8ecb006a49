import type { Scheme } from '../versions/scheme.ts';
import { readTag } from '../versions/tag.ts';

/** A version as its scheme reads it, and what stands before it in the tag of a monorepo. */
export interface PlainVersion {
  readonly component: string | undefined;
  readonly version: string;
}

/** `1.2.0` of `@scope/x@1.2.0`; undefined where the scheme finds no version in it. */
export function plainVersion(text: string, scheme: Scheme): PlainVersion | undefined {
  const tag = readTag(text);
  // A loose scheme reads all of a tag as a version, component and all.
  if (tag?.component !== undefined && scheme.facts(tag.version) !== undefined) return tag;
  return scheme.facts(text) === undefined ? undefined : { component: undefined, version: text };
}
