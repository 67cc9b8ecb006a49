import { keptMeanings, type MeaningsPlace, type ProjectView } from '../site.ts';
import type { Put } from './kept/put-file.ts';
import { type Pass, PROJECT_OUTPUTS } from './project-outputs.ts';
import type { RenderedAhead } from './render-ahead.ts';
import type { StepTimes } from './step-times.ts';

/** The paths of the files that were written of each project, by its id. */
export type ProjectPaths = ReadonlyMap<string, Set<string>>;

/** What the files of projects are written with. */
export interface ProjectWriting {
  readonly pass: Pass;
  readonly meanings: MeaningsPlace;
  readonly notes: RenderedAhead;
  readonly put: Put;
  readonly times: StepTimes;
}

/** Writes all files of these projects but for their pages. */
export async function writeProjects(
  views: readonly ProjectView[],
  { meanings: place, notes, times, ...writing }: ProjectWriting,
): Promise<ProjectPaths> {
  const paths = new Map<string, Set<string>>();
  for (const view of views) {
    const { id } = view.project;
    const meanings = keptMeanings(place, id, view.entries);
    await times.during('waiting for notes', () => Promise.all([notes.get(id), meanings.take()]));
    paths.set(id, await writeProject(view, { times, ...writing }));
    meanings.forget();
  }
  return paths;
}

async function writeProject(
  view: ProjectView,
  { pass, put, times }: Omit<ProjectWriting, 'notes' | 'meanings'>,
): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const [name, filesOf] of Object.entries(PROJECT_OUTPUTS)) {
    await times.during(name, async () => {
      for (const { path, content } of await filesOf(view, pass)) {
        put.write(path, content);
        paths.add(path);
      }
    });
  }
  return paths;
}
