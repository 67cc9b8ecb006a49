import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fetchingProject, removeProjects, reportOf, SECRETS } from '../pipeline/fetching-project.ts';
import { IS_FULL, tell } from '../trust.ts';
import { mirroredUpstreams, mirrorsAt, WATCHLIST } from '../upstream/every-upstream.ts';
import { githubHandler } from '../upstream/github.ts';
import { makeAsset, makeRelease, makeRepository } from '../upstream/github-data.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage } from '../upstream/npm-package.ts';
import { startUpstream } from '../upstream/upstream.ts';
import { type Chance, createChance } from './chance.ts';
import { shuffled } from './shuffling.ts';

const SEED = 52;
const RUNS = IS_FULL ? 12 : 3;
const LARGE =
  '  - { id: large-npm, package: pkg:npm/large }\n  - { id: large-github, package: pkg:github/acme/large }\n';

/** One package of each source, and two large ones, whose order is as chance has it. */
async function aShuffledWorld(chance: () => Chance | undefined) {
  const releases = Array.from({ length: 30 }, (_, number) =>
    makeRelease('acme/large', number, {
      assets: Array.from({ length: 6 }, (__, n) => makeAsset('acme/large', n)),
    }),
  );
  const handlers = [
    ...(await mirroredUpstreams()),
    githubHandler([makeRepository('acme/tool', 2), makeRepository('acme/large', 0, { releases })]),
    npmHandler([makePackage('tool'), makePackage('large', 30)], {
      kind: 'full-featured',
      token: SECRETS.npm,
    }),
  ];
  return startUpstream(handlers.map((handler) => shuffled(handler, chance)));
}

describe('the same upstream in another order', { timeout: 300_000 }, () => {
  after(removeProjects);

  test(`read ${RUNS} times more: no byte, no commit`, async (t) => {
    t.diagnostic(`seed ${SEED}`);
    let chance: Chance | undefined;
    const upstream = await aShuffledWorld(() => chance);
    t.after(upstream.close);
    const project = await fetchingProject(upstream, WATCHLIST + LARGE);
    const fetch = () =>
      project.fetch(['--commit', '--json'], { TIDINGS_MIRRORS: mirrorsAt(upstream.origin) });
    const first = reportOf(await fetch());
    assert.deepEqual([first.packages, first.failures], [17, []]);
    const before = [await project.files(), await project.subjects()];
    for (let round = 0; round < RUNS; round += 1) {
      chance = createChance(SEED + round);
      // Once with what the last run remembers, once as on a new machine.
      if (round % 2 === 0) await rm(join(project.root, '.cache/http'), { recursive: true });
      const run = await fetch();
      assert.equal(run.code, 0, run.stderr);
      assert.deepEqual(reportOf(run).failures, []);
      assert.deepEqual([await project.files(), await project.subjects()], before, `run ${round}`);
    }
    tell(t, `the same upstream ${RUNS} times, keys and lists shuffled, 15 sources`, '0 bytes, 0 commits');
  });
});
