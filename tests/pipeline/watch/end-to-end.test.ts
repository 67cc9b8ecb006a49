import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readFileIfThere } from '../../../src/platform/files.ts';
import { git } from '../../../src/platform/git.ts';
import { checkData } from '../../../src/store/check-data.ts';
import { npmHandler } from '../../upstream/npm.ts';
import { makePackage } from '../../upstream/npm-package.ts';
import { type Fault, startUpstream } from '../../upstream/upstream.ts';
import { type FetchingProject, fetchingProject, removeProjects, SECRETS } from '../fetching-project.ts';
import { startWatching } from './start-watching.ts';

const WATCHLIST = 'title: Two\nprojects:\n  - pkg:npm/alpha\n  - pkg:npm/beta\n';
const HELD = ['releases/npm/alpha.json', 'releases/npm/beta.json', 'watchlists/main.yml'];

async function npmWith(fault: (path: string) => Fault | undefined = () => undefined) {
  const names = ['alpha', 'beta', 'gamma'];
  const handler = npmHandler(
    names.map((name) => makePackage(name, 2)),
    { kind: 'full-featured', token: SECRETS.npm },
  );
  return startUpstream([handler], { fault: ({ path }) => fault(path) });
}

async function heldBy(project: FetchingProject): Promise<string[]> {
  return Object.keys(await project.files()).filter((path) => !/^changes\/|health/.test(path));
}

async function assertSound({ root }: FetchingProject): Promise<void> {
  assert.deepEqual(await checkData(join(root, 'data')), []);
  assert.equal(await readFileIfThere(join(root, '.cache/run/lock')), undefined);
}

describe('npm run watch, as a process', { timeout: 100_000 }, () => {
  after(removeProjects);

  test('has its round, waits, and ends within seconds of SIGTERM: exit code 0, valid data, no lock', async (t) => {
    const upstream = await npmWith();
    t.after(upstream.close);
    const project = await fetchingProject(upstream, WATCHLIST);
    const running = startWatching(t, project, ['--every', '60', '--no-build']);
    await running.untilTold(/^Next round at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\.$/m);
    assert.match(running.told(), /^2 of 2 packages read/m);
    const began = performance.now();
    running.signal('SIGTERM');
    assert.equal(await running.ended, 0, running.told());
    assert.ok(performance.now() - began < 5_000);
    assert.deepEqual(await heldBy(project), HELD);
    await assertSound(project);

    // What was just asked is not asked again by the next process.
    const packagesAsked = () => upstream.asked.filter(({ path }) => /^\/(?:alpha|beta)/.test(path)).length;
    const asked = packagesAsked();
    const again = startWatching(t, project, ['--no-build']);
    await again.untilTold(/^No package is due\./m);
    again.signal('SIGINT');
    assert.equal(await again.ended, 0, again.told());
    assert.equal(packagesAsked(), asked);
  });

  test('stopped while an upstream keeps it waiting: gives it up in time, and nothing is half written', async (t) => {
    const upstream = await npmWith((path) => (path === '/beta' ? 'stall' : undefined));
    t.after(upstream.close);
    const project = await fetchingProject(upstream, WATCHLIST);
    const running = startWatching(t, project, ['--no-build']);
    while (!upstream.asked.some(({ path }) => path === '/beta'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.match((await readFileIfThere(join(project.root, '.cache/run/lock'))) ?? '', /^\d+\n$/);
    running.signal('SIGTERM');
    assert.equal(await running.ended, 0, running.told());
    assert.match(running.told(), /^Ended in the middle of a round/m);
    assert.deepEqual(await heldBy(project), ['watchlists/main.yml']);
    await assertSound(project);
  });

  test('commits with --commit; a list that is edited and not committed is told, and the loop goes on', async (t) => {
    const upstream = await npmWith();
    t.after(upstream.close);
    const project = await fetchingProject(upstream, WATCHLIST);
    const first = startWatching(t, project, ['--no-build', '--commit']);
    await first.untilTold(/^Next round/m);
    first.signal('SIGTERM');
    assert.equal(await first.ended, 0);
    const subjects = (await project.subjects()).filter((subject) => subject.startsWith('data: import'));
    assert.deepEqual(subjects.toSorted(), ['data: import npm/alpha', 'data: import npm/beta']);
    await appendFile(join(project.root, 'data/watchlists/main.yml'), '  - pkg:npm/gamma\n');
    const second = startWatching(t, project, ['--no-build', '--commit']);
    await second.untilTold(/^Next round/m);
    assert.match(second.told(), /watchlists\/main\.yml: modified, but not committed\nRemedy: /);
    second.signal('SIGTERM');
    assert.equal(await second.ended, 0);
  });

  test('pushes with --push, and brings the checkout forward beneath what somebody edits', async (t) => {
    const upstream = await npmWith();
    t.after(upstream.close);
    const project = await fetchingProject(upstream, WATCHLIST);
    await git(project.root, ['init', '--quiet', '--bare', '--initial-branch=main', '.cache/remote']);
    await git(project.root, ['remote', 'add', 'origin', join(project.root, '.cache/remote')]);
    await git(project.root, ['push', '--quiet', 'origin', 'main']);
    await writeFile(join(project.root, 'package.json'), '{ "edited": true }\n');
    const running = startWatching(t, project, ['--no-build', '--push']);
    await running.untilTold(/^Next round/m);
    running.signal('SIGTERM');
    assert.equal(await running.ended, 0, running.told());
    assert.equal(
      await git(project.root, ['rev-parse', 'HEAD']),
      await git(join(project.root, '.cache/remote'), ['rev-parse', 'main']),
    );
    assert.deepEqual(await heldBy(project), HELD);
    assert.equal(await readFileIfThere(join(project.root, 'package.json')), '{ "edited": true }\n');
  });

  test('without a network writes nothing at all, in one line', async (t) => {
    const upstream = await npmWith();
    const project = await fetchingProject(upstream, WATCHLIST);
    await upstream.close();
    const running = startWatching(t, project, ['--no-build']);
    await running.untilTold(/^Next round/m);
    running.signal('SIGTERM');
    assert.equal(await running.ended, 0);
    assert.match(running.told(), /^No host answered \(127\.0\.0\.1:\d+\): nothing was written\./m);
    assert.deepEqual(Object.keys(await project.files()), ['watchlists/main.yml']);
    await assertSound(project);
  });

  test('wrong usage and a broken list at the start: exit code 2', async (t) => {
    const upstream = await npmWith();
    t.after(upstream.close);
    const project = await fetchingProject(upstream, `${WATCHLIST}  - packag: x\n`);
    for (const args of [['--every', 'x'], ['--no-build']]) {
      assert.equal(await startWatching(t, project, args).ended, 2);
    }
  });
});
