import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FetchingProject,
  fetchingProject,
  removeProjects,
  reportOf,
  SECRETS,
} from '../pipeline/fetching-project.ts';
import { mirroredUpstreams, mirrorsAt } from '../upstream/every-upstream.ts';
import { githubHandler } from '../upstream/github.ts';
import { npmHandler } from '../upstream/npm.ts';
import { startUpstream, type Upstream } from '../upstream/upstream.ts';
import { buildProject, layProject } from './build-project.ts';
import { tellAdvisories } from './fixture-advisories.ts';
import { tellMore } from './fixture-ledger.ts';
import { changeWorld, makeWorld, OTHER_LIST, WATCHLIST } from './fixture-world.ts';
import { FIRST_LOOK, SECOND_LOOK } from './moments.ts';
import { serveFolder } from './serve-folder.ts';

/** The site lives below a path, as on GitHub Pages. */
const BASE = 'tidings';

/** A built site that is being served, and a second build of it. */
export interface Fixture {
  readonly url: string;
  readonly dist: string;
  readonly distAgain: string;
  readonly close: () => Promise<void>;
}

/** Fetches an emulated world twice into a project of its own, builds its site twice and serves the first build. */
export async function buildFixture(): Promise<Fixture> {
  const { root } = await fetchWorld();
  await tellMore(join(root, 'data'));
  await tellAdvisories(join(root, 'data'));
  await layProject(root);
  const dist = join(root, 'dist-first');
  const { port, close } = await serveFolder(dist, BASE);
  const url = `http://localhost:${port}/${BASE}/`;
  await buildProject(root, url);
  await rename(join(root, 'dist'), dist);
  // Once more, with the notes in the cache now: the bytes must be the same.
  await buildProject(root, url);
  return {
    url,
    dist,
    distAgain: join(root, 'dist'),
    close: async () => {
      await close();
      await removeProjects();
    },
  };
}

async function fetchWorld(): Promise<FetchingProject> {
  const { packages, repositories } = makeWorld();
  const upstream = await startUpstream([
    ...(await mirroredUpstreams()),
    githubHandler(repositories),
    npmHandler(packages, { kind: 'full-featured', token: SECRETS.npm }),
  ]);
  const project = await fetchingProject(upstream, WATCHLIST);
  await writeFile(join(project.root, 'data/watchlists/what-we-run.yml'), OTHER_LIST);
  await fetchOnce(project, upstream, FIRST_LOOK);
  changeWorld(repositories);
  await fetchOnce(project, upstream, SECOND_LOOK);
  await upstream.close();
  return project;
}

async function fetchOnce(project: FetchingProject, { origin }: Upstream, at: string): Promise<void> {
  const run = await project.fetch(['--json'], {
    TIDINGS_MIRRORS: mirrorsAt(origin),
    TIDINGS_TEST_NOW: at,
    NODE_OPTIONS: `--import=${new URL('./stand-still.ts', import.meta.url)}`,
  });
  if (run.code !== 0) throw new Error(`fetch left with ${run.code}: ${run.stderr}`);
  const { failures } = reportOf(run);
  if (failures.length !== 1) throw new Error(`unexpected failures: ${JSON.stringify(failures)}`);
}
