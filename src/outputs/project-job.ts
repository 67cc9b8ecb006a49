import type { Target } from '../outputs.ts';
import type { MeaningsPlace, ProjectView, SitePart } from '../site.ts';
import type { BuildPlan } from './plan-build.ts';
import { shareOut, slice } from './share-out.ts';
import type { ProjectPaths } from './write-projects.ts';

/**
 * What a thread is to write: the files of the projects of these parts, of which it holds one at a time. Then it is sent the shells
 * (page-shells.ts), once they are rendered.
 */
export interface ProjectJob {
  readonly parts: readonly SitePart[];
  readonly target: Target;
  readonly meanings: MeaningsPlace;
}

/** What a thread says: first the marks of each project's entries, in the order of the parts, then the paths of its files, by its id. */
export type ProjectAnswer = { readonly marks: readonly string[] } | { readonly paths: ProjectPaths };

// Each takes some 10 kB of memory in the thread that writes it.
const MOST_HELD = 20_000;

const sizeOf = ({ entries }: ProjectView) => entries.length;

/**
 * What each thread is to write.
 * @param mostHeld how many releases all of them hold at a time; a project that has more is held alone
 */
export function toJobs(
  { fresh, site: { asOf }, target, meanings }: Pick<BuildPlan, 'fresh' | 'site' | 'target' | 'meanings'>,
  threads: number,
  mostHeld = MOST_HELD,
): ProjectJob[] {
  return shareOut(fresh, sizeOf, threads).map((share) => {
    const slices = slice(share, sizeOf, mostHeld / threads);
    const parts = slices.map((views) => ({ ids: views.map(({ project }) => project.id), asOf }));
    return { parts, target, meanings };
  });
}
