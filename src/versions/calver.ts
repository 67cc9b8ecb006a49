import { compareDigits } from './digits.ts';
import { compareModifiers, isBefore, type Modifier, readModifier } from './modifier.ts';
import { defineScheme } from './scheme.ts';

interface CalendarVersion {
  /** As they are written, a date of eight digits taken apart. */
  readonly numbers: readonly string[];
  readonly modifier: Modifier;
}

// Numbers, a T perhaps between day and time; then nothing, or a word and whatever follows it.
const PATTERN = /^v?(\d+(?:[._-]\d+|t\d+)*)((?:[._+~-]?[a-z][0-9a-z._+~-]*)?)$/;
const YEAR = /^(?:19|20|21)?\d\d$/;
const DATE = /^((?:19|20|21)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{4}|\d{6})?$/;

/** Calendar versions: a year, then what the project likes. */
export const calver = defineScheme<CalendarVersion>({
  id: 'calver',
  title: 'Calendar versioning',
  rulesUrl: 'https://calver.org',
  note: 'The first number is a year, `24` for 2024, or a date such as `20241105`, also with a time.',
  parse: (text) => {
    const [, run = '', modifier = ''] = PATTERN.exec(text.toLowerCase()) ?? [];
    const numbers = readNumbers(run);
    return numbers && { numbers, modifier: readModifier(modifier) };
  },
  compare: (a, b) => {
    for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i += 1) {
      const order = compareDigits(numberAt(a, i), numberAt(b, i));
      if (order !== 0) return order;
    }
    return compareModifiers(a.modifier, b.modifier);
  },
  facts: ({ numbers, modifier }) => ({ numbers: numbers.map(BigInt), prerelease: isBefore(modifier) }),
});

function readNumbers(run: string): readonly string[] | undefined {
  const [first = '', ...others] = run.split(/[._t-]/);
  if (YEAR.test(first)) return [first, ...others];
  const date = DATE.exec(first)?.slice(1);
  return date && [...date.filter((part) => part !== undefined), ...others];
}

// 24.04 is 2024.04: https://calver.org/#scheme
function numberAt({ numbers }: CalendarVersion, index: number): string {
  const number = numbers[index] ?? '0';
  return index === 0 && number.length === 2 ? `20${number}` : number;
}
