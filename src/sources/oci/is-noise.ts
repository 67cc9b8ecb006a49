// Signatures, attestations and the fallback of referrers, which the tag of an image's digest leads to:
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
const OF_DIGEST = /^sha(?:256-[0-9a-f]{64}|512-[0-9a-f]{128})(?:\..+)?$/;
const COMMIT = /^(?:sha-)?(?=\d*[a-f])[0-9a-f]{7,40}$/;

/**
 * Whether a tag names no release: what belongs to the image of a digest (`sha256-….sig`), and builds of single commits (7 to
 * 40 hex digits, a letter among them, also after `sha-`). Such tags are left out of listings.
 */
export function isNoise(tag: string): boolean {
  return OF_DIGEST.test(tag) || COMMIT.test(tag);
}
