import type { ProjectView, Site } from '../site.ts';

// A thread has to start, and to read its part of data/, before it writes anything.
const WORTH_THREADS = 2_000;
const MOST_THREADS = 4;
const LARGE = 30_000;

/** How many threads should write these projects, on so many cores; with one, none is needed beside this. */
export function threadsFor(fresh: readonly Pick<ProjectView, 'entries'>[], cores: number): number {
  return countOf(fresh) < WORTH_THREADS ? 1 : Math.min(cores, MOST_THREADS);
}

/** Whether a site is so large that its memory has to be looked after. */
export function isLarge({ projects }: Pick<Site, 'projects'>): boolean {
  return countOf(projects) > LARGE;
}

function countOf(views: readonly Pick<ProjectView, 'entries'>[]): number {
  return views.reduce((sum, { entries }) => sum + entries.length, 0);
}
