import { dayInWords, spanInWords } from '../words.ts';
import type { Silence } from './longest-silence.ts';

/** `5 months, up to 3 March 2026`, `5 months, since 3 March 2026`; `–` where nothing came out. */
export function silenceInWords(silence: Silence | undefined): string {
  if (silence === undefined) return '–';
  const { days, from, to } = silence;
  if (days === 0) return 'none yet';
  const span = spanInWords(days * 24);
  return to === undefined ? `${span}, since ${dayInWords(from)}` : `${span}, up to ${dayInWords(to)}`;
}
