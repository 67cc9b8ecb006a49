import type { ProjectView, Site } from '../site.ts';

// A thread reads all of data/ before it writes anything.
const WORTH_THREADS = 2_000;
const MOST_THREADS = 4;
// What all of them hold together, and with it their memory: each release takes some 10 kB in each thread.
const MOST_HELD = 60_000;

/** How many threads should write these projects of a site, on so many cores; with one, none is needed beside this. */
export function threadsFor(
  { projects }: Pick<Site, 'projects'>,
  fresh: readonly Pick<ProjectView, 'entries'>[],
  cores: number,
): number {
  if (countOf(fresh) < WORTH_THREADS) return 1;
  return Math.max(1, Math.min(cores, MOST_THREADS, Math.floor(MOST_HELD / countOf(projects))));
}

function countOf(views: readonly Pick<ProjectView, 'entries'>[]): number {
  return views.reduce((sum, { entries }) => sum + entries.length, 0);
}
