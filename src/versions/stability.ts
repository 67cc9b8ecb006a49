import type { Scheme } from './scheme.ts';

/**
 * How finished a version is: `rc` may become the release as it is, `beta` lacks nothing but tests, `alpha` lacks parts (as do
 * milestones and early access), `dev` is built on the way, or a pre-release that does not say which.
 */
export type Stability = 'stable' | 'rc' | 'beta' | 'alpha' | 'dev';

interface Options {
  /** As GNOME before 40 and Linux before 2.6 had it: 3.37 leads to 3.38. */
  readonly oddMinors?: 'unstable' | undefined;
}

const LONGEST = 255;
const NUMBER = '[-._]?\\d{1,3}';

// Least finished first: 1.0rc1.dev2 is on the way to 1.0rc1. A letter counts before a number alone: 1.1.1b is a release.
const SAYS: readonly (readonly [Stability, RegExp])[] = [
  [
    'dev',
    word('dev(?:el|elop|elopment)?|snapshot|nightly|daily|canary|edge|experimental|exp|insiders?|unstable'),
  ],
  ['dev', word('git|svn|hg|bzr|cvs|master|main|trunk|head|tip|wip')],
  ['alpha', word('alpha|milestone|eap|early-access|ea')],
  ['alpha', letter('[am]', NUMBER)],
  ['beta', word('beta|preview|next')],
  ['beta', letter('b', NUMBER)],
  ['rc', word('rc|cr|pre|prerelease')],
  ['rc', letter('c', NUMBER)],
];

// In what is a pre-release anyway, such as 1.0b by PEP 440.
const LETTERS: readonly (readonly [Stability, RegExp])[] = [
  ['alpha', letter('[am]', '')],
  ['beta', letter('b', '')],
  ['rc', letter('c', '')],
];

/**
 * How finished a version is, by its scheme: `stable` is what `facts` calls no pre-release, but for odd minors. Where the
 * scheme cannot read the text, its words decide: `v3-beta` is a beta, `nightly` dev, `latest` stable.
 */
export function stabilityOf(text: string, scheme: Scheme, { oddMinors }: Options = {}): Stability {
  const facts = scheme.facts(text);
  if (facts === undefined) return said(text.slice(0, LONGEST), SAYS) ?? 'stable';
  if (facts.prerelease) return said(text, SAYS) ?? said(text, LETTERS) ?? 'dev';
  const [, minor = 0n] = facts.numbers;
  return oddMinors === 'unstable' && minor % 2n === 1n ? 'dev' : 'stable';
}

// What is built into a version counts last: 1.0.0-rc.1+dev and 1.0~rc1-1+b2 are candidates.
function said(text: string, patterns: typeof SAYS): Stability | undefined {
  const plain = text.replace(/\+[^~]*/g, '');
  const [label] = patterns.find(([, pattern]) => pattern.test(plain)) ?? [];
  return label ?? patterns.find(([, pattern]) => pattern.test(text))?.[0];
}

function word(words: string): RegExp {
  return new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'i');
}

// A part by itself, as of 3.13.0a1 or 1.0-m2; a commit such as 0a1b2c3 is none.
function letter(letters: string, number: string): RegExp {
  return new RegExp(`(?<=^|[-._~])\\d{0,4}${letters}${number}(?![a-z\\d])`, 'i');
}
