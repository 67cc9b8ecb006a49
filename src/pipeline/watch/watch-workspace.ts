import { join } from 'node:path';
import { milliseconds } from '../../platform/clock.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { pauseUnless } from '../../platform/pause.ts';
import { advise } from '../advise/advise.ts';
import { fetchReleases } from '../fetch.ts';
import { openWorkspace } from '../workspace.ts';
import { localBranch, remoteBranch } from '../writer/branch.ts';
import { openAttempts } from './attempts.ts';
import { bringForward } from './bring-forward.ts';
import { readFollowed } from './followed.ts';
import { hourly } from './hourly.ts';
import { keepSite } from './keep-site.ts';
import { watch } from './watch.ts';
import type { WatchOptions } from './watch-options.ts';

/**
 * Keeps a project folder up to date until somebody stops it.
 * @throws ConfigError at the start, if watchlists, environment or repository are not as they must be; later that is only told
 */
export async function watchWorkspace(
  root: string,
  { every, land, port }: WatchOptions,
  tell: (line: string) => void,
  stop: AbortSignal,
): Promise<void> {
  const workspace = await openWorkspace(root);
  readEnvironment();
  if (land !== 'files') await (land === 'push' ? remoteBranch(root) : localBranch(root));
  tell(`A round every ${every} minutes (Ctrl+C ends it).`);
  const watching = {
    every,
    tell,
    clock: milliseconds,
    sleep: pauseUnless,
    attempts: await openAttempts(join(workspace.cache, 'watch.json')),
    // The lists are read anew each time: people edit them.
    look: async (at: string) => readFollowed(await openWorkspace(root), at),
    fetch: async (only: ReadonlySet<string>, unlessOffline: boolean) =>
      fetchReleases(await openWorkspace(root), { only, land, unlessOffline, display: 'silent' }),
    advise: hourly(async () => advise(await openWorkspace(root), { land }), milliseconds),
    ...(land === 'push' && { bringForward: (commit: string) => bringForward(root, commit) }),
    ...(port !== undefined && { build: keepSite(workspace, port, tell, stop) }),
  };
  await watch(watching, stop);
}
