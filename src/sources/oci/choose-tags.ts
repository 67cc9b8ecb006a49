import { compareText } from '../../core/compare-text.ts';
import type { OrderedTags } from './order-tags.ts';

/** Tags whose digest one run asks for; the rest wait for their turn. */
export const CHECKED_A_RUN = 100;
/** As many of them at most are new, floating or among the newest: the others go round, so that each tag has its turn. */
const URGENT = 50;
const NEWEST = 20;

export interface Choice {
  readonly tags: readonly string[];
  /** The last tag that had its turn; the next run goes on after it. Undefined where all tags are asked about every time. */
  readonly cursor: string | undefined;
}

/**
 * Chooses the tags to ask about. With up to 100 tags all of them; with more, at least 50 have their turn in each run, so that
 * one of 1,000 tags is asked about in every 20th run at the latest.
 * @param cursor of the last choice
 */
export function chooseTags(
  { tags, isFloating, newest }: OrderedTags,
  isHeld: (tag: string) => boolean,
  cursor = '',
): Choice {
  if (tags.length <= CHECKED_A_RUN) return { tags, cursor: undefined };
  const urgent = new Set([
    ...tags.filter((tag) => tag === newest),
    ...tags.filter((tag) => !isHeld(tag)).slice(0, URGENT),
    ...tags.slice(0, NEWEST),
    ...tags.filter(isFloating).slice(0, URGENT),
  ]);
  const first = [...urgent].slice(0, URGENT);
  const others = tags.filter((tag) => !first.includes(tag)).sort(compareText);
  const start = others.findIndex((tag) => compareText(tag, cursor) > 0);
  const from = Math.max(start, 0);
  const turn = [...others.slice(from), ...others.slice(0, from)].slice(0, CHECKED_A_RUN - first.length);
  return { tags: [...first, ...turn], cursor: turn.at(-1) };
}
