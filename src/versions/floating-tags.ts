import type { VersionFacts } from './scheme.ts';

/**
 * Tells which tags of an image are meant to move: those that name fewer numbers than a sibling with the same suffix (3.12
 * beside 3.12.4, 3-alpine beside 3.12-alpine, 1.2.3 beside its revision 1.2.3-r1), a suffix by itself (alpine3.20), and those
 * without any digit (latest, stable-slim).
 * @param factsOf of the scheme of image tags
 */
export function floatingAmong(
  tags: Iterable<string>,
  factsOf: (tag: string) => VersionFacts | undefined,
): (tag: string) => boolean {
  const pointers = new Set<string>();
  const tracks = new Set<string>();
  for (const tag of tags) {
    const facts = factsOf(tag);
    if (facts === undefined) continue;
    tracks.add(variantOf(facts).track);
    for (const pointer of pointersTo(facts)) pointers.add(pointer);
  }
  return (tag) => {
    const facts = factsOf(tag);
    if (facts === undefined) return !/\d/.test(tag) || tracks.has(tag.toLowerCase().replace(WORDS, ''));
    const { precision, track } = variantOf(facts);
    const isWhole = precision === facts.numbers.length && (!facts.prerelease || UNNUMBERED.test(tag));
    return isWhole && pointers.has(nameOf(facts.numbers, track));
  };
}

// Words before a suffix: mainline-alpine3.20 is the alpine3.20 of today's mainline.
const WORDS = /^(?:[a-z_]+-)+(?=[a-z_-]*\d)/;
// 3.14-rc goes through all release candidates; 1.22rc1 is one of them.
const UNNUMBERED = /^v?[\d.]+[-_.]?[a-z]+(?:-|$)/i;
const REVISION = /(?:^|-)(?:r|ls|)x$/;

function* pointersTo(facts: VersionFacts): Generator<string> {
  const { numbers } = facts;
  const { precision, track } = variantOf(facts);
  const most = precision > numbers.length ? numbers.length : numbers.length - 1;
  for (let count = 1; count <= most; count += 1) yield nameOf(numbers.slice(0, count), track);
  if (REVISION.test(track)) yield nameOf(numbers, track.replace(REVISION, ''));
}

// The variant of a tag is its shape and its suffix: x.x.x-alpine.
function variantOf({ variant = '' }: VersionFacts): { precision: number; track: string } {
  const [shape = '', ...track] = variant.split('-');
  return { precision: shape.split('.').length, track: track.join('-') };
}

function nameOf(numbers: readonly bigint[], track: string): string {
  return `${numbers.join('.')}-${track}`;
}
