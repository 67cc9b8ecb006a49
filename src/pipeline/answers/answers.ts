import type { Instant } from '../../core/instant.ts';
import type { Fetched } from '../../sources/source.ts';

/** What a run was answered, before anything is judged or written. */
export interface Answers {
  /** When the first question was asked. */
  readonly startedAt: Instant;
  /** When the last answer was there: the moment of observation. */
  readonly at: Instant;
  /** The commit whose data/ the questions were about; undefined outside a git repository. */
  readonly base: string | undefined;
  /** By purl. */
  readonly fetched: ReadonlyMap<string, Fetched>;
  /** Requests by host. */
  readonly requests: Readonly<Record<string, number>>;
}

/** The answers of the parts of a run as those of one. */
export function joinAnswers(first: Answers, ...others: readonly Answers[]): Answers {
  const all = [first, ...others];
  const requests: Record<string, number> = {};
  for (const [host, count] of all.flatMap((one) => Object.entries(one.requests))) {
    requests[host] = (requests[host] ?? 0) + count;
  }
  const starts = all.map(({ startedAt }) => startedAt).sort();
  const ends = all.map(({ at }) => at).sort();
  const bases = new Set(all.map(({ base }) => base));
  return {
    startedAt: starts[0] ?? first.startedAt,
    at: ends.at(-1) ?? first.at,
    // Parts that began from different commits have no common one to tell news by.
    base: bases.size === 1 ? first.base : undefined,
    fetched: new Map(all.flatMap(({ fetched }) => [...fetched])),
    requests,
  };
}
