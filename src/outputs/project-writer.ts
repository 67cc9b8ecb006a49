import { putInto } from './kept/put-file.ts';
import { knowMarks } from './know-marks.ts';
import { readShells, type ShellPages } from './page-shells.ts';
import type { BuildPlan } from './plan-build.ts';
import { toPass } from './project-outputs.ts';
import { renderAhead } from './render-ahead.ts';
import type { StepTimes } from './step-times.ts';
import { type ProjectPaths, writeProjects } from './write-projects.ts';

/** Writes the files of the projects that are not kept. */
export interface ProjectWriter {
  /** Resolves when it is known what the notes are marked as, so that nobody needs to read them for it. */
  readonly known: () => Promise<void>;
  /** Takes what is needed to write. What it gives is called when the paths are wanted. */
  readonly begin: (shells: ShellPages) => () => Promise<ProjectPaths>;
  readonly stop: () => Promise<void>;
}

/** Writes them in this thread, when their paths are wanted; their notes are rendered from now on. */
export function writeHere({ fresh, site, target, meanings }: BuildPlan, times: StepTimes): ProjectWriter {
  const notes = renderAhead(fresh);
  return {
    known: async () => void (await knowMarks(fresh, meanings)),
    begin: (shells) => () => {
      const pass = toPass(site, target, readShells(shells));
      return writeProjects(fresh, { pass, meanings, notes, put: putInto(target.folder), times });
    },
    stop: async () => {},
  };
}
