import { countInWords, dayInWords } from '../../derive/words.ts';

/** What the line above the feed counts, in releases. */
export interface Tally {
  readonly shown: number;
  readonly all: number;
  readonly isNarrow: boolean;
  /** Came since the last visit. */
  readonly fresh: number;
}

/** `12 of 60 releases. 5 came since your last visit.` Empty where there is nothing to say. */
export function tallyInWords({ shown, all, isNarrow, fresh }: Tally): string {
  const kept = isNarrow ? `${shown.toLocaleString('en-GB')} of ${countInWords(all, 'release')}.` : '';
  const came = fresh === 0 ? '' : `${fresh.toLocaleString('en-GB')} came since your last visit.`;
  return [kept, came].filter((sentence) => sentence !== '').join(' ');
}

/** The day of a visit, in UTC as all days of the site. */
export function visitDay(milliseconds: number): string {
  return dayInWords(new Date(milliseconds).toISOString());
}
