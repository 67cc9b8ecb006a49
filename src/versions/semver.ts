import { compareDigits } from './digits.ts';
import { compareLabels } from './labels.ts';
import { defineScheme, type Order } from './scheme.ts';

interface SemVer {
  readonly numbers: readonly string[];
  readonly prerelease: readonly string[];
}

const NUMBER = /^(?:0|[1-9]\d*)$/;
const VERSION = /^v?(\d+)\.(\d+)\.(\d+)(?:-([-.0-9A-Za-z]+))?(?:\+([-.0-9A-Za-z]+))?$/;

/** Semantic Versioning, with a leading `v` and white space around it as node-semver allows, and numbers of any length. */
export const semver = defineScheme<SemVer>({
  id: 'semver',
  title: 'Semantic Versioning 2.0.0',
  rulesUrl: 'https://semver.org/spec/v2.0.0.html#spec-item-11',
  note: 'A leading `v` is allowed, and numbers may have any length.',
  parse,
  compare: (a, b) => compareNumbers(a.numbers, b.numbers) || compareLabels(a.prerelease, b.prerelease),
  facts: ({ numbers, prerelease }) => ({
    numbers: numbers.map(BigInt),
    prerelease: prerelease.length > 0,
  }),
});

function parse(text: string): SemVer | undefined {
  const match = VERSION.exec(text.trim());
  if (match === null) return undefined;
  const [, major = '', minor = '', patch = '', prerelease, build] = match;
  const numbers = [major, minor, patch];
  const identifiers = prerelease?.split('.') ?? [];
  const isValid =
    numbers.every((number) => NUMBER.test(number)) &&
    identifiers.every((identifier) => identifier !== '' && !/^0\d+$/.test(identifier)) &&
    build?.split('.').includes('') !== true;
  return isValid ? { numbers, prerelease: identifiers } : undefined;
}

function compareNumbers(a: readonly string[], b: readonly string[]): Order {
  for (const [index, number] of a.entries()) {
    const order = compareDigits(number, b[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
