import { Instant } from '../../core/instant.ts';
import type { DataCommit } from '../past/data-commit.ts';
import type { Report } from './problem.ts';

/** The moment that a commit tells of. One that was made again, on another day or upon another commit, is no longer of its moment. */
export function momentOf({ id, at, run }: DataCommit, report: Report): Instant {
  if (run === at) return at;
  const problem = 'the date of the commit is not the moment of its run';
  report({ commit: id, problem, expected: run ?? 'a trailer Run', there: at });
  return Instant.safeParse(run).data ?? at;
}
