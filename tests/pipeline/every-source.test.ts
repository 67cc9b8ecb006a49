import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SOURCES } from '../../src/sources/sources.ts';
import { everyUpstream, mirrorsAt, WATCHLIST } from '../upstream/every-upstream.ts';
import { startUpstream, type Upstream } from '../upstream/upstream.ts';
import {
  type FetchingProject,
  fetchingProject,
  type Run,
  removeProjects,
  reportOf,
  SECRETS,
} from './fetching-project.ts';

describe('npm run fetch, one package of each source', { timeout: 110_000 }, () => {
  let upstream: Upstream;
  let project: FetchingProject;
  const fetch = (): Promise<Run> =>
    project.fetch(['--commit', '--json'], { TIDINGS_MIRRORS: mirrorsAt(upstream.origin) });

  before(async () => {
    upstream = await startUpstream(await everyUpstream(SECRETS.npm));
    project = await fetchingProject(upstream, WATCHLIST);
  });
  after(async () => {
    await Promise.all([upstream.close(), removeProjects()]);
  });

  test('the watchlist has a package of every type that is read', () => {
    const types = SOURCES.flatMap((source) => source.types);
    assert.deepEqual(
      types.filter((type) => !WATCHLIST.includes(`pkg:${type}/`)),
      [],
    );
  });

  test('all are imported', async () => {
    const run = await fetch();
    assert.equal(run.code, 0, run.stderr);
    const { packages, succeeded, failures } = reportOf(run);
    assert.deepEqual(failures, []);
    assert.deepEqual([packages, succeeded], [15, 15]);
    const imported = (await project.ledger()).filter(({ kind }) => kind === 'imported');
    assert.equal(imported.length, 15);
  });

  test('and a second run changes nothing', async () => {
    const before = await project.files();
    const asked = upstream.asked.length;
    const run = await fetch();
    assert.equal(run.code, 0, run.stderr);
    assert.deepEqual(await project.files(), before);
    const requests = upstream.asked.slice(asked).map(({ method, path }) => `${method} ${path}`);
    // git asks twice, an image its tags and a digest, and packagist.org is asked for all of its packages at once.
    assert.ok(requests.length <= 20, requests.join('\n'));
  });
});
