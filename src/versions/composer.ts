import { compareDigits } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';
import { BLANK, trim } from './trim.ts';

interface Composer {
  /** The normalised version taken apart: 1, 0, 0, 0, rc, 2 of 1.0-RC2. */
  readonly parts: readonly string[];
  readonly numbers: readonly bigint[];
}

const MODIFIER = '[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)(\\d*(?:[.-]\\d+)*))?([.-]?dev)?$';
const CLASSIC = new RegExp(`^v?(\\d{1,5}(?:\\.\\d+){0,3})${MODIFIER}`, 'i');
const DATED = new RegExp(`^v?(\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3})?)${MODIFIER}`, 'i');
const NUMBERED_BRANCH = /^v?(\d+(?:\.(?:\d+|[x*])){0,3})$/i;

const LONG_NAMES: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', p: 'patch', pl: 'patch' };

// What PHP's version_compare makes of a part; the end and numbers stand between `rc` and `patch`.
// https://www.php.net/manual/en/function.version-compare.php
const RANK: Readonly<Record<string, number>> = { dev: 0, alpha: 1, beta: 2, rc: 3, patch: 6 };
const UNSTABLE = new Set(['dev', 'alpha', 'beta', 'rc']);
const END = 4;
const NUMBER = 5;

// Stands for the x of 1.x-dev.
const ANY_NUMBER = '9999999';

/** Composer's normalised versions. https://github.com/composer/semver/blob/main/src/VersionParser.php */
export const composer = defineScheme<Composer>({
  id: 'composer',
  title: 'Composer versions',
  rulesUrl: 'https://getcomposer.org/doc/articles/versions.md',
  note: 'Branches without a number, such as `dev-main`, come before all versions and have no order of their own.',
  parse: (text) => {
    const version = withoutContext(trim(text, BLANK.php));
    const plain = withoutBuild(version);
    return readBranch(version) ?? readNumbered(plain) ?? readNumberedBranch(plain);
  },
  compare: (a, b) => compareParts(a.parts, b.parts),
  facts: ({ parts, numbers }) => ({ numbers, prerelease: parts.some((part) => UNSTABLE.has(part)) }),
});

// Without the alias of `1.0 as 2.0` and the flag of `1.0@beta`. To PHP, white space is in ASCII only.
function withoutContext(text: string): string {
  return text
    .replace(/^([^, \t-\r]+) +as +[^, \t-\r]+$/, '$1')
    .replace(/@(?:stable|rc|beta|alpha|dev)$/i, '');
}

function withoutBuild(version: string): string {
  return version.replace(/^([^, \t-\r+]+)\+[^ \t-\r]+$/, '$1');
}

function readBranch(version: string): Composer | undefined {
  const isBranch = /^dev-/i.test(version) || ['master', 'trunk', 'default'].includes(version);
  return isBranch ? { parts: ['dev'], numbers: [0n] } : undefined;
}

function readNumbered(version: string): Composer | undefined {
  const classic = CLASSIC.exec(version);
  const [, written, modifier = '', digits = '', dev] = classic ?? DATED.exec(version) ?? [];
  if (written === undefined) return undefined;
  const given = written.split(/\D/);
  const numbers = given.map(BigInt);
  const all = classic === null ? given : padded(given, '0');
  // Only in lower case does it say nothing: version_compare puts an unknown word first.
  if (modifier === 'stable') return { parts: all, numbers };
  const name = modifier.toLowerCase();
  const words = [LONG_NAMES[name] ?? name, ...digits.split(/\D/), dev === undefined ? '' : 'dev'];
  return { parts: [...all, ...words.filter((word) => word !== '')], numbers };
}

function readNumberedBranch(version: string): Composer | undefined {
  const [, name] = /^(.*?)[.-]?dev$/i.exec(version) ?? [];
  const [, written] = NUMBERED_BRANCH.exec(trim(name ?? '', BLANK.php)) ?? [];
  if (written === undefined) return undefined;
  const given = written.split('.').map((part) => (/\d/.test(part) ? part : ANY_NUMBER));
  const numbers = /^\d+(?:\.\d+)*/.exec(written)?.[0].split('.').map(BigInt) ?? [0n];
  return { parts: [...padded(given, ANY_NUMBER), 'dev'], numbers };
}

function padded(parts: readonly string[], filling: string): readonly string[] {
  return [...parts, filling, filling, filling].slice(0, 4);
}

function compareParts(a: readonly string[], b: readonly string[]): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = comparePart(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(a: string | undefined, b: string | undefined): Order {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  return rank(a) === NUMBER && a !== undefined && b !== undefined ? compareDigits(a, b) : 0;
}

function rank(part: string | undefined): number {
  if (part === undefined) return END;
  return /^\d/.test(part) ? NUMBER : (RANK[part] ?? -1);
}
