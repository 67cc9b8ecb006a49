import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';

type Segment = string | undefined;

interface Part {
  readonly text: string;
  /** Letters, digits, `~` and `^`; anything else only separates. */
  readonly segments: readonly string[];
}

interface Rpm {
  readonly epoch: string;
  readonly version: Part;
  readonly release: Part | undefined;
}

const VERSION = /^(?:(?<epoch>\d+):)?(?<rest>[-._+~^0-9A-Za-z]+)$/;

// What its authors call unfinished is so even where the packager forgot the tilde: 1.0rc1-1.
const UNFINISHED = /\d[-+._]?(?:alpha|beta|rc)(?![a-z])/i;

// Before rpm knew the tilde, the release told it: 1.0-0.3.rc1.
// https://docs.fedoraproject.org/en-US/packaging-guidelines/Versioning/#_complex_versioning
const UNFINISHED_RELEASE =
  /^0\.(?:\d+\.)?(?:(?:alpha|a|beta|b|rc|pre|preview|dev|git|svn|hg|bzr|cvs)(?![a-z])|\d{8})/i;

/** `[epoch:]version[-release]`, compared part by part as rpmvercmp does. */
export const rpm = defineScheme<Rpm>({
  id: 'rpm',
  title: 'rpm-version(7)',
  rulesUrl: 'https://rpm-software-management.github.io/rpm/man/rpm-version.7',
  note: 'A `~` in the version marks a pre-release, and a version without a release comes before those with one.',
  parse,
  compare: (a, b) =>
    compareDigits(a.epoch, b.epoch) || comparePart(a.version, b.version) || comparePart(a.release, b.release),
  facts: ({ version: { text, segments }, release }) => ({
    numbers: (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '0').split('.').map(BigInt),
    prerelease:
      segments.includes('~') || UNFINISHED.test(text) || UNFINISHED_RELEASE.test(release?.text ?? ''),
  }),
});

function parse(text: string): Rpm | undefined {
  const { epoch = '0', rest } = VERSION.exec(text)?.groups ?? {};
  if (rest === undefined) return undefined;
  // A release cannot hold a hyphen.
  const hyphen = rest.lastIndexOf('-');
  const version = readPart(hyphen < 0 ? rest : rest.slice(0, hyphen));
  const release = hyphen < 0 ? undefined : readPart(rest.slice(hyphen + 1));
  const isNamed = [version, release ?? version].every(({ text }) => /[0-9A-Za-z]/.test(text));
  return isNamed ? { epoch, version, release } : undefined;
}

function readPart(text: string): Part {
  return { text, segments: text.match(/\d+|[A-Za-z]+|[~^]/g) ?? [] };
}

function comparePart(a: Part | undefined, b: Part | undefined): Order {
  if (a === undefined || b === undefined) return compareNumber(a ? 1 : 0, b ? 1 : 0);
  for (let i = 0; i < Math.max(a.segments.length, b.segments.length); i += 1) {
    const order = compareSegment(a.segments[i], b.segments[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareSegment(a: Segment, b: Segment): Order {
  const order = compareNumber(rank(a), rank(b));
  if (order !== 0 || a === undefined || b === undefined) return order;
  return /^\d/.test(a) ? compareDigits(a, b) : compareText(a, b);
}

// A tilde < the end < a caret < letters < a number.
function rank(segment: Segment): number {
  if (segment === undefined) return 1;
  if (segment === '~') return 0;
  if (segment === '^') return 2;
  return /^\d/.test(segment) ? 4 : 3;
}

function compareNumber(a: number, b: number): Order {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
