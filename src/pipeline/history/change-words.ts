import type { Change } from '../../core/change.ts';

const LONGEST_VALUE = 100;

/** A change in words, without its moment: `1.2.3: asset replaced tool.tgz, sha256:aa → sha256:bb`. */
export function changeWords({ kind, version, subject, before, after, flap }: Change): string {
  const words = kind.replaceAll('-', ' ');
  const what = subject === undefined || subject === version ? words : `${words} ${subject}`;
  // Of notes the ledger holds the text; the life of the release shows what became of it.
  const values = Array.isArray(before) ? '' : valueWords(before, after);
  const told = `${what}${values}${flap === true ? ' (undoes a change of the week before)' : ''}`;
  return version === undefined ? told : `${version}: ${told}`;
}

function valueWords(before: string | undefined, after: string | undefined): string {
  if (before !== undefined && after !== undefined) return `, ${shorten(before)} → ${shorten(after)}`;
  if (after !== undefined) return `, ${shorten(after)}`;
  return before === undefined ? '' : `, was ${shorten(before)}`;
}

function shorten(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}

/** `2026-11-20 10:00:00  1a2b3c4d5e`: when, in UTC, and the commit that brought it. */
export function placeWords(at: string, commit: string | undefined): string {
  const short = commit?.slice(0, 10) ?? 'uncommitted';
  return `${at.slice(0, 10)} ${at.slice(11, 19)}  ${short.padEnd(11)}`;
}
