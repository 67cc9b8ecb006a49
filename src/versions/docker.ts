import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import { compareModifiers, isBefore, type Modifier, readModifier } from './modifier.ts';
import { defineScheme, type Order } from './scheme.ts';

interface Tag {
  readonly numbers: readonly string[];
  /** What is attached to the numbers, and the words of a pre-release: of 3.13rc1 as of 3.13-rc1-slim rc and 1. */
  readonly modifier: Modifier;
  /** Of a package that was built again, such as 2 of 1.2.3-r2. */
  readonly revision: string;
  /** How many numbers it has, a pre-release's own left out: 3.12 floats above 3.12.4. */
  readonly precision: number;
  /** What remains of the suffix, such as alpine3.20 or slim-bookworm. */
  readonly track: string;
}

const PATTERN = /^v?(\d+(?:\.\d+)*)((?:[a-z_]\w*)?)(?:-([\w.-]+))?$/;
const COMMIT = /^(?=\d*[a-f])[0-9a-f]{7,40}$/;
// A build of that day: 20241105, 20241105093000, 2024-11-05.
const DAY = /^v?(?:19|20|21)\d\d(-?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?!\d)/;
const PRERELEASE = /^[a-z]+[._]?(?:\d[\d._]*)?$/;
const REVISION = /^(r|ls|)(\d+)$/;

/** Tags of container images. What begins with no number, or names a commit or a day, is no version. */
export const docker = defineScheme<Tag>({
  id: 'docker',
  title: 'Image tags',
  note: 'Tags compare only where both have as many numbers and the same suffix.',
  hasCopies: true,
  parse: (text) => {
    const tag = text.toLowerCase();
    const match = PATTERN.exec(tag);
    if (match === null || COMMIT.test(tag) || DAY.test(tag)) return undefined;
    const [, numbers = '', attached = '', suffix = ''] = match;
    return readTag(numbers.split('.'), attached, suffix === '' ? [] : suffix.split('-'));
  },
  compare: compareTags,
  verdict: (a, b) => (variantOf(a) === variantOf(b) ? compareTags(a, b) : undefined),
  facts: (tag) => ({
    numbers: tag.numbers.map(BigInt),
    prerelease: isBefore(tag.modifier),
    variant: variantOf(tag),
  }),
});

function readTag(numbers: readonly string[], attached: string, suffix: readonly string[]): Tag {
  const words: string[] = [];
  const others: string[] = [];
  for (const segment of suffix) {
    const goesOn = /^\d+$/.test(segment) && words.length > 0 && others.length === 0;
    (goesOn || isPrerelease(segment) ? words : others).push(segment);
  }
  const [, mark, revision] = REVISION.exec(others.at(-1) ?? '') ?? [];
  // 1.2.3-1 is a revision, 1.2.3-debian-12 is not.
  const isRevised = revision !== undefined && (mark !== '' || others.length === 1);
  const modifier = readModifier(attached);
  const attachedNumbers = isBefore(modifier) ? 0 : (attached.match(/\d+/g)?.length ?? 0);
  return {
    numbers,
    modifier: [...modifier, ...readModifier(words.join('-'))],
    revision: isRevised ? revision : '0',
    precision: numbers.length + attachedNumbers,
    track: (isRevised ? [...others.slice(0, -1), `${mark}x`] : others).join('-'),
  };
}

// 1.2-dev is an image with a shell, at Chainguard; 1.2-dev.1 is what its name says.
function isPrerelease(segment: string): boolean {
  return segment !== 'dev' && PRERELEASE.test(segment) && isBefore(readModifier(segment));
}

/** `x.x.x-alpine`: tags of one variant replace one another. */
function variantOf({ precision, track }: Tag): string {
  const shape = Array.from({ length: precision }, () => 'x').join('.');
  return track === '' ? shape : `${shape}-${track}`;
}

// Across variants: the fewer numbers the lower, and a suffix is below none.
function compareTags(a: Tag, b: Tag): Order {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i += 1) {
    const order = compareDigits(a.numbers[i] ?? '0', b.numbers[i] ?? '0');
    if (order !== 0) return order;
  }
  return (
    compareModifiers(a.modifier, b.modifier) ||
    compareDigits(a.revision, b.revision) ||
    compareDigits(String(a.precision), String(b.precision)) ||
    compareTracks(a.track, b.track)
  );
}

function compareTracks(a: string, b: string): Order {
  if (a === '' || b === '') return compareText(b, a);
  return compareText(a, b);
}
