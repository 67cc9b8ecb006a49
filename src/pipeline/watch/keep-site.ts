import { join } from 'node:path';
import { describeError } from '../../platform/describe-error.ts';
import { listNames, removeFolder, replaceFolder } from '../../platform/files.ts';
import { runNode } from '../../platform/run-node.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Gives what builds the site anew and has it served at a port until the stop. Astro reads data/ once in a process, and empties the folder
 * that it builds into: so each build is a process, and dist/ is replaced only by a whole one.
 */
export function keepSite(
  { root, cache }: Pick<Workspace, 'root' | 'cache'>,
  port: number,
  tell: (line: string) => void,
  stop: AbortSignal,
): () => Promise<string | undefined> {
  const dist = join(root, 'dist');
  const fresh = join(cache, 'watch', 'dist');
  let isServed = false;

  async function serve(): Promise<void> {
    if (isServed || stop.aborted || (await listNames(dist, 'index.html')).length === 0) return;
    isServed = true;
    const program = ['scripts/preview.ts', '--port', String(port)];
    runNode(program, { hearing: 'show', stop }).then(
      () => {
        isServed = false;
        if (!stop.aborted) tell('The site is no longer served; it is again after the next build.');
      },
      (error: unknown) => describeError(error).forEach(tell),
    );
  }

  async function build(): Promise<string | undefined> {
    await removeFolder(fresh);
    const { code, output } = await runNode(['scripts/build.ts', '--out', fresh], { hearing: 'keep', stop });
    if (code !== 0) return output || `left with exit code ${code}`;
    await replaceFolder(fresh, dist);
    tell('The site is built.');
    return undefined;
  }

  return async () => {
    try {
      await serve();
      const problem = await build();
      await serve();
      return problem;
    } catch (error) {
      return describeError(error).join('\n');
    }
  };
}
