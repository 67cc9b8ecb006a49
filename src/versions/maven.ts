import { digitsKey } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';

interface MavenVersion {
  readonly text: string;
  /**
   * Its items, by what they compare by: a word, the beginning of a list, a number (1-sp < 1-1 < 1.1). A list is always the
   * last item of the one around it, so that nothing need tell where it ends.
   */
  readonly keys: readonly string[];
  /** For each item: how a version that goes on with it compares to one that ends before it. */
  readonly signs: readonly Order[];
}

const WORD = '0';
const LIST = '1';
const NUMBER = '2';
const ZERO = NUMBER + digitsKey('0');

const RELEASE = '5';
const QUALIFIERS = new Map([
  ['alpha', '0'],
  ['beta', '1'],
  ['milestone', '2'],
  ['rc', '3'],
  ['cr', '3'],
  ['snapshot', '4'],
  ['', RELEASE],
  ['ga', RELEASE],
  ['final', RELEASE],
  ['release', RELEASE],
  ['sp', '6'],
]);
const BEFORE_DIGIT = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

const OTHER_DIGIT = /[^\P{Nd}\d]/u;
const LEADING_NUMBERS = /^v?(\d+(?:\.\d+)*)/;
const PRERELEASE =
  /(?<![a-z])(?:(?:alpha|beta|milestone|rc|cr|snapshot|pre|preview|prerelease|dev|ea|eap|nightly|canary)(?![a-z])|(?:a|b|m|pr)\d)/;
// guava's 33.4.0-jre and -android, mssql-jdbc's 12.8.1.jre11, builds for one Spark or Hadoop.
const PLATFORM = /[._-]((?:android|flink|hadoop|hive|java|jdk|jre|scala|spark)[\d._]*)(?![a-z])/;

/**
 * Maven's ComparableVersion as of 3.8.7, where a hyphen and every change between letters and digits opens a list within the
 * list. It takes any text; what has no digit 0–9 (or one of another script) is no version here. Later ones put 1.0.sp1-redhat
 * above 1.0.final-redhat: https://github.com/apache/maven/issues/9267
 *
 * Its verdicts can contradict one another: 1.0.rc.1 < 1 < 1-1 < 1.0.rc.1. The order lets the version that ends first
 * decide: what is below 1 comes before what is above.
 */
export const maven = defineScheme<MavenVersion>({
  id: 'maven',
  title: 'Maven ComparableVersion',
  rulesUrl: 'https://maven.apache.org/pom.html',
  note: 'As Maven 3.8.7. A version has a digit. Platforms such as `-jre` and `-android` are variants.',
  parse: (text) => {
    const lower = text.toLowerCase();
    if (!/\d/.test(lower) || OTHER_DIGIT.test(lower)) return undefined;
    const keys = withoutEmptyEnds(readKeys(lower));
    const signs = keys.map(signOf);
    for (let i = signs.length - 2; i >= 0; i -= 1) signs[i] ||= signs[i + 1] ?? 0;
    return { text: lower, keys, signs };
  },
  compare: (a, b) => compareVersions(a, b, true),
  verdict: (a, b) => compareVersions(a, b, false),
  facts: ({ text }) => {
    const variant = PLATFORM.exec(text)?.[1];
    return {
      numbers: (LEADING_NUMBERS.exec(text)?.[1] ?? '0').split('.').map(BigInt),
      prerelease: PRERELEASE.test(text),
      ...(variant !== undefined && { variant }),
    };
  },
});

function readKeys(text: string): string[] {
  const keys: string[] = [];
  let run = '';
  const open = () => keys.push(LIST);
  const close = (isBeforeDigit: boolean) => {
    keys.push(keyOf(run, isBeforeDigit));
    run = '';
  };
  const openForWord = () => {
    if (/^\D/.test(run) && keys.length > 0 && keys.at(-1) !== LIST) open();
  };
  for (const [token] of text.matchAll(/\d+|[^\d.-]+|[.-]/g)) {
    if (token === '.' || token === '-') {
      close(false);
      if (token === '-') open();
      continue;
    }
    if (run !== '') {
      openForWord();
      close(true);
      open();
    }
    run = token;
  }
  if (run !== '') {
    openForWord();
    close(false);
  }
  return keys;
}

// Nothing between two separators is 0.
function keyOf(run: string, isBeforeDigit: boolean): string {
  if (run === '' || /^\d/.test(run)) return NUMBER + digitsKey(run || '0');
  const word = (isBeforeDigit ? BEFORE_DIGIT.get(run) : undefined) ?? run;
  return WORD + (QUALIFIERS.get(word) ?? `7-${word}`);
}

// What says nothing at the end of a list is left out: 1.0.0 is 1, and 1.0-rc is 1-rc.
function withoutEmptyEnds(keys: readonly string[]): string[] {
  const kept: string[] = [];
  for (const key of keys.toReversed()) {
    const next = kept.at(-1);
    const isNothing = key === LIST ? next === undefined : (next ?? LIST) === LIST && signOf(key) === 0;
    if (!isNothing) kept.push(key);
  }
  return kept.reverse();
}

function signOf(key: string): Order {
  if (key === LIST || key === ZERO || key === WORD + RELEASE) return 0;
  return key < WORD + RELEASE ? -1 : 1;
}

function compareVersions(a: MavenVersion, b: MavenVersion, isTotal: boolean): Order {
  const shared = Math.min(a.keys.length, b.keys.length);
  for (let i = 0; i < shared; i += 1) {
    const order = (isTotal && compareSigns(a, b, i)) || compareKeys(a.keys[i] ?? '', b.keys[i] ?? '');
    if (order !== 0) return order;
  }
  return compareSigns(a, b, shared);
}

function compareSigns(a: MavenVersion, b: MavenVersion, index: number): Order {
  const left = a.signs[index] ?? 0;
  const right = b.signs[index] ?? 0;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

// By code units, as Java does.
function compareKeys(a: string, b: string): Order {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
