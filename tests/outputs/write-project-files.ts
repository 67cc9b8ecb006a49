import { PROJECT_OUTPUTS, type ProjectOutput, toPass } from '../../src/outputs/project-outputs.ts';
import { readShell } from '../../src/outputs/shell.ts';
import { writeOutput } from '../../src/outputs/write-output.ts';
import type { Target } from '../../src/outputs.ts';
import type { Site } from '../../src/site.ts';

/** A small shell of release pages. */
export const SHELL = '<t>@@title@@</t><d>@@description@@</d><c>@@canonical@@</c><p>@@project@@</p>@@body@@';

/** A small shell of comparisons. */
export const COMPARE_SHELL =
  '<t>@@title@@</t><d>@@description@@</d><c>@@canonical@@</c><p>@@project@@</p><a>@@home@@</a><h>@@name@@</h>@@without@@';

/** Writes files of one kind, or of all, of each project. Returns their paths, sorted. */
export async function writeProjectFiles(
  site: Site,
  target: Target,
  kinds: readonly ProjectOutput[] = Object.values(PROJECT_OUTPUTS),
): Promise<string[]> {
  const shells = { release: readShell(SHELL), compare: readShell(COMPARE_SHELL) };
  const pass = toPass(site, target, shells);
  const paths: string[] = [];
  for (const view of site.projects) {
    for (const filesOf of kinds) {
      for (const { path, content } of await filesOf(view, pass)) {
        writeOutput(target.folder, path, content);
        paths.push(path);
      }
    }
  }
  return paths.sort();
}
