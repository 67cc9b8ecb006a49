import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';
import { BLANK, trim } from './trim.ts';

interface Pep440 {
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre: { readonly phase: number; readonly number: string } | undefined;
  readonly post: string | undefined;
  readonly dev: string | undefined;
  readonly local: readonly string[];
}

// Appendix B of the specification, with named groups of ours.
const VERSION = new RegExp(
  [
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\d*))?/,
    /(?:-(?<implicit>\d+)|[-_.]?(?<posted>post|rev|r)[-_.]?(?<post>\d*))?/,
    /(?:[-_.]?(?<developed>dev)[-_.]?(?<dev>\d*))?/,
    /(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

const ALPHA = 1;
const BETA = 2;
const CANDIDATE = 3;
const PHASES: Readonly<Record<string, number>> = {
  a: ALPHA,
  alpha: ALPHA,
  b: BETA,
  beta: BETA,
  c: CANDIDATE,
  rc: CANDIDATE,
  pre: CANDIDATE,
  preview: CANDIDATE,
};

/** Python's versions, in every spelling that the specification takes for the same. */
export const pep440 = defineScheme<Pep440>({
  id: 'pep440',
  title: 'PEP 440',
  rulesUrl: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  note: 'Numbers may have any length.',
  parse,
  compare: (a, b) =>
    compareDigits(a.epoch, b.epoch) ||
    compareRelease(a.release, b.release) ||
    comparePre(a, b) ||
    compareOptional(a.post, b.post, 'before') ||
    compareOptional(a.dev, b.dev, 'after') ||
    compareLocal(a.local, b.local),
  facts: ({ release, pre, dev }) => ({
    numbers: release.map(BigInt),
    prerelease: pre !== undefined || dev !== undefined,
  }),
});

function parse(text: string): Pep440 | undefined {
  const { groups } = VERSION.exec(trim(text, BLANK.python).toLowerCase()) ?? {};
  if (groups === undefined) return undefined;
  const { epoch = '0', release = '', phase, pre, implicit, posted, post, developed, dev, local } = groups;
  const known = phase === undefined ? undefined : PHASES[phase];
  return {
    epoch,
    release: release.split('.'),
    pre: known === undefined ? undefined : { phase: known, number: pre || '0' },
    // 1.0-1 is 1.0.post1.
    post: posted === undefined ? implicit : post || '0',
    dev: developed === undefined ? undefined : dev || '0',
    local: local?.split(/[-_.]/) ?? [],
  };
}

// Missing numbers count as 0: 1.0 is 1.0.0.
function compareRelease(a: readonly string[], b: readonly string[]): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = compareDigits(a[i] ?? '0', b[i] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

function comparePre(a: Pep440, b: Pep440): Order {
  const difference = phaseOf(a) - phaseOf(b);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  return compareDigits(a.pre?.number ?? '0', b.pre?.number ?? '0');
}

// 1.0.dev1 comes before 1.0a1, but 1.0.post1.dev1 after 1.0.
function phaseOf({ pre, post, dev }: Pep440): number {
  if (pre !== undefined) return pre.phase;
  return post === undefined && dev !== undefined ? 0 : CANDIDATE + 1;
}

function compareOptional(a: string | undefined, b: string | undefined, absent: 'before' | 'after'): Order {
  if (a !== undefined && b !== undefined) return compareDigits(a, b);
  if (a === b) return 0;
  return (a === undefined) === (absent === 'before') ? -1 : 1;
}

function compareLocal(a: readonly string[], b: readonly string[]): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = compareSegment(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

// The end < letters < a number.
function compareSegment(a: string | undefined, b: string | undefined): Order {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  if (a === undefined || b === undefined) return 0;
  return rank(a) === 2 ? compareDigits(a, b) : compareText(a, b);
}

function rank(segment: string | undefined): number {
  if (segment === undefined) return 0;
  return /^\d+$/.test(segment) ? 2 : 1;
}
