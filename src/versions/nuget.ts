import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import { compareLabels } from './labels.ts';
import { defineScheme, type Order } from './scheme.ts';
import { BLANK, trim } from './trim.ts';

interface NugetVersion {
  /** One to four, as they are written. */
  readonly numbers: readonly string[];
  readonly labels: readonly string[];
}

// White space may stand around each number.
const NUMBER = `[${BLANK.dotnet}]*\\d+[${BLANK.dotnet}]*`;
const LABEL = '(?:0|[1-9]\\d*|\\d*[a-z-][0-9a-z-]*)';
const PATTERN = new RegExp(
  `^(${NUMBER}(?:\\.${NUMBER}){0,3})(?:-(${LABEL}(?:\\.${LABEL})*))?(?:\\+[0-9a-z-]+(?:\\.[0-9a-z-]+)*)?$`,
  'i',
);
const LARGEST = 2_147_483_647;

/**
 * NuGetVersion: up to four numbers of 32 bits, the rest as in SemVer 2 but for case. Labels that are no 32-bit number, even
 * if of digits alone, compare as text.
 * https://github.com/NuGet/NuGet.Client/blob/dev/src/NuGet.Core/NuGet.Versioning/VersionComparer.cs
 */
export const nuget = defineScheme<NugetVersion>({
  id: 'nuget',
  title: 'NuGetVersion',
  rulesUrl: 'https://learn.microsoft.com/nuget/concepts/package-versioning',
  note: 'Numbers end at 2147483647, as in NuGet.',
  parse: (text) => {
    const match = PATTERN.exec(trim(text, BLANK.dotnet));
    if (match === null) return undefined;
    const numbers = (match[1] ?? '').split('.').map((number) => trim(number, BLANK.dotnet));
    if (numbers.some((number) => Number(number) > LARGEST)) return undefined;
    return { numbers, labels: match[2]?.toLowerCase().split('.') ?? [] };
  },
  compare: (a, b) => {
    for (let i = 0; i < 4; i += 1) {
      const order = compareDigits(a.numbers[i] ?? '0', b.numbers[i] ?? '0');
      if (order !== 0) return order;
    }
    return compareLabels(a.labels, b.labels, compareLabel);
  },
  facts: ({ numbers, labels }) => ({ numbers: numbers.map(BigInt), prerelease: labels.length > 0 }),
});

function compareLabel(a: string, b: string): Order {
  const left = readNumber(a);
  const right = readNumber(b);
  if (left !== undefined && right !== undefined) return compareNumbers(left, right);
  if (left !== undefined || right !== undefined) return left !== undefined ? -1 : 1;
  // Letters of one case, digits and hyphens: either case gives the same order.
  return compareText(a, b);
}

// A label may be a hyphen and digits, and is a negative number then.
function readNumber(label: string): number | undefined {
  if (!/^-?\d+$/.test(label)) return undefined;
  const number = Number(label);
  return number >= -LARGEST - 1 && number <= LARGEST ? number : undefined;
}

function compareNumbers(a: number, b: number): Order {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
