import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { git } from '../../../src/platform/git.ts';
import { osvHandler } from '../../upstream/osv.ts';
import { startUpstream, type Upstream } from '../../upstream/upstream.ts';
import { type FetchingProject, fetchingProject, removeProjects } from '../fetching-project.ts';
import { GHSA, MALWARE, osvRecords, PYSEC, WATCHLIST } from './advised-world.ts';

const FILES = [GHSA, MALWARE, PYSEC].map((id) => `advisories/${id}.json`);
const NO_TOKEN = { GITHUB_TOKEN: '' };

const advisoriesOf = async (project: FetchingProject) =>
  Object.fromEntries(
    Object.entries(await project.files()).filter(([path]) => path.startsWith('advisories/')),
  );

describe('npm run advise, in other ways', { timeout: 110_000 }, () => {
  let upstream: Upstream;
  let project: FetchingProject;
  const advise = (...args: readonly string[]) => project.advise(args, NO_TOKEN);

  before(async () => {
    upstream = await startUpstream([osvHandler(osvRecords())]);
    project = await fetchingProject(upstream, WATCHLIST);
  });
  after(async () => {
    await Promise.all([upstream.close(), removeProjects()]);
  });

  test('another run may apply what one has asked, and nobody is asked', async () => {
    const folder = join(project.root, '.cache/answers');
    const other = await fetchingProject(upstream, WATCHLIST);
    const out = await other.advise(['--out', folder], NO_TOKEN);
    assert.match(out.stderr, /Advisories in .*: 3/);
    assert.deepEqual(await advisoriesOf(other), {});
    const asked = upstream.asked.length;
    const applied = await other.advise(['--commit', '--apply', folder], NO_TOKEN);
    assert.equal(applied.code, 0, applied.stderr);
    assert.equal(upstream.asked.length, asked);
    assert.deepEqual(Object.keys(await advisoriesOf(other)), FILES);
    assert.equal((await other.subjects())[0], 'advisories: 3 new');
  });

  test('--push writes onto the branch at the remote, and leaves the checkout as it is', async () => {
    const other = await fetchingProject(upstream, WATCHLIST);
    await git(other.root, ['init', '--quiet', '--bare', 'remote.git']);
    await git(other.root, ['remote', 'add', 'origin', join(other.root, 'remote.git')]);
    await git(other.root, ['push', '--quiet', 'origin', 'main']);
    const { code, stderr } = await other.advise(['--push'], NO_TOKEN);
    assert.equal(code, 0, stderr);
    assert.deepEqual(await advisoriesOf(other), {});
    const subject = await git(join(other.root, 'remote.git'), ['log', '-1', '--format=%s', 'main']);
    assert.equal(subject.trim(), 'advisories: 3 new');
  });

  test('--only asks for one package; one that nobody follows is a mistake', async () => {
    const asked = upstream.asked.length;
    assert.equal((await advise('--only', 'pkg:npm/axios', '--json')).code, 0);
    const [first] = upstream.asked.slice(asked).filter(({ path }) => path === '/v1/querybatch');
    assert.equal(first?.body, '{"queries":[{"package":{"ecosystem":"npm","name":"axios"}}]}');
    const { code, stderr } = await advise('--only', 'pkg:npm/left-pad');
    assert.equal(code, 2);
    assert.match(stderr, /is in no watchlist/);
  });

  for (const args of [
    ['--commit', '--push'],
    ['--out', 'x', '--commit'],
    ['--apply', 'x', '--only', 'pkg:npm/axios'],
    ['--apply', 'nowhere'],
    ['--frobnicate'],
  ]) {
    test(`${args.join(' ')} is a mistake`, async () => {
      const { code, stderr } = await advise(...args);
      assert.equal(code, 2, stderr);
    });
  }
});
