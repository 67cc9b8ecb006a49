const FRACTIONS = [
  [9 / 10, 'nine in ten'],
  [4 / 5, 'four in five'],
  [3 / 4, 'three quarters'],
  [2 / 3, 'two thirds'],
  [3 / 5, 'three in five'],
  [1 / 2, 'half'],
  [2 / 5, 'two in five'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
  [1 / 5, 'a fifth'],
  [1 / 10, 'a tenth'],
] as const;

/** How near a share has to be to a fraction to be called by it without “about”. */
const NEAR = 0.01;

/** A share as people say it: `a third`, `about half`, `nearly all`, `few`. */
export function shareInWords(part: number, whole: number): string {
  if (part === whole) return 'all';
  if (part === 0) return 'none';
  const share = part / whole;
  if (share > 0.95) return 'nearly all';
  if (share < 0.06) return 'few';
  const [fraction, words] = FRACTIONS.reduce((best, one) =>
    Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best,
  );
  return Math.abs(fraction - share) <= NEAR ? words : `about ${words}`;
}

/** `31 %`; below one in a hundred `< 1 %` unless it is nothing, and never 100 % short of all. */
export function percentInWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 1) return '< 1 %';
  return `${part === whole ? 100 : Math.min(99, Math.round(percent))} %`;
}
