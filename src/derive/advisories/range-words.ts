import type { AdvisoryRange, Affected } from '../../core/advisory.ts';
import type { Scheme } from '../../versions/scheme.ts';
import { timelineOf } from './timeline.ts';

const NAMED = 3;

/** What a record says of one package, in words: `before 1.8.2`, `from 2.0.0 to 2.0.4`, `1.2.3 and 12 others`. */
export function affectedInWords({ ranges = [], versions = [] }: Affected, scheme: Scheme): string {
  const said = ranges.flatMap((range) => rangeInWords(range, scheme));
  if (said.length > 0) return [...new Set(said)].join('; ');
  if (versions.length === 0) return 'no version that we could tell';
  const named = scheme.sort(versions).slice(0, NAMED).join(', ');
  return versions.length > NAMED ? `${named} and ${versions.length - NAMED} others` : named;
}

function rangeInWords(range: AdvisoryRange, scheme: Scheme): string[] {
  const timeline = timelineOf(range, scheme);
  if (timeline === undefined) return [];
  const { turns, limits } = timeline;
  const words: string[] = [];
  let from: string | undefined;
  let isIn = false;
  for (const { kind, at } of turns) {
    if (kind === 'introduced') {
      if (!isIn) from = at;
      isIn = true;
    } else if (isIn) {
      words.push(spanInWords(from, kind === 'fixed' ? `before ${at}` : `to ${at}`));
      isIn = false;
    }
  }
  if (isIn) words.push(from === undefined ? 'every version' : `from ${from} on`);
  const border = limits.includes('*') ? [] : scheme.sort(limits).slice(-1);
  return words.map((text) => [text, ...border.map((limit) => `and before ${limit}`)].join(', '));
}

function spanInWords(from: string | undefined, end: string): string {
  if (from !== undefined) return `from ${from} ${end}`;
  return end.startsWith('to ') ? `up ${end}` : end;
}
