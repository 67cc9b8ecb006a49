import type { ProjectView, Site } from '../site.ts';

// A thread has to start, and to read its part of data/, before it writes anything.
const WORTH_THREADS = 2_000;
const MOST_THREADS = 4;
// Each release takes some 10 kB of memory, and as much again in the thread that writes it.
const MOST_HELD = 120_000;

/** How many threads should write these projects of a site, on so many cores; with one, none is needed beside this. */
export function threadsFor(
  { projects }: Pick<Site, 'projects'>,
  fresh: readonly Pick<ProjectView, 'entries'>[],
  cores: number,
): number {
  const count = countOf(fresh);
  const isTooMuch = countOf(projects) + count > MOST_HELD;
  return count < WORTH_THREADS || isTooMuch ? 1 : Math.min(cores, MOST_THREADS);
}

/** Whether a site is so large that its memory has to be looked after. */
export function isLarge({ projects }: Pick<Site, 'projects'>): boolean {
  return countOf(projects) > MOST_HELD / 4;
}

function countOf(views: readonly Pick<ProjectView, 'entries'>[]): number {
  return views.reduce((sum, { entries }) => sum + entries.length, 0);
}
