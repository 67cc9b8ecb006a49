import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, type TestContext, test } from 'node:test';
import { readFileIfThere, writeFileQuick } from '../../../src/platform/files.ts';
import { startUpstream } from '../../upstream/upstream.ts';
import { type FetchingProject, fetchingProject, removeProjects } from '../fetching-project.ts';
import { startWatching } from './start-watching.ts';

const SERVE = `console.error('serving at ' + process.argv[3]); setInterval(() => {}, 1000);`;
const BUILD = `import { mkdirSync, writeFileSync } from 'node:fs';
  const folder = process.argv[3]; mkdirSync(folder, { recursive: true }); writeFileSync(folder + '/index.html', 'new');`;

/** A project whose build and server are ours: what matters is when they run, and what becomes of dist/. */
async function aProject(t: TestContext, build: string): Promise<FetchingProject> {
  const upstream = await startUpstream([]);
  t.after(upstream.close);
  const project = await fetchingProject(upstream, 'title: One\nprojects:\n  - pkg:npm/gone\n');
  await writeFileQuick(join(project.root, 'package.json'), '{ "type": "module" }\n');
  await writeFileQuick(join(project.root, 'scripts/build.ts'), build);
  await writeFileQuick(join(project.root, 'scripts/preview.ts'), SERVE);
  return project;
}

describe('the site that is kept', { timeout: 60_000 }, () => {
  after(removeProjects);

  test('is built beside the old one, takes its place, and is served from then on', async (t) => {
    const project = await aProject(t, BUILD);
    const running = startWatching(t, project, ['--port', '4399']);
    await running.untilTold(/^serving at 4399$/m);
    await running.untilTold(/^Next round/m);
    assert.equal(await readFileIfThere(join(project.root, 'dist/index.html')), 'new');
    running.signal('SIGTERM');
    // The server has our pipe: the end of both is what is waited for.
    assert.equal(await running.ended, 0, running.told());
    assert.doesNotMatch(running.told(), /no longer served/);
  });

  test('stays, and is served, where a build fails half-way, which is told', async (t) => {
    const project = await aProject(t, `${BUILD} console.error('page 7 is wrong'); process.exit(1);`);
    await writeFileQuick(join(project.root, 'dist/index.html'), 'old');
    const running = startWatching(t, project, ['--port', '4399']);
    await running.untilTold(/^serving at 4399$/m);
    await running.untilTold(/^The site could not be built.*\npage 7 is wrong\n/m);
    await running.untilTold(/^Next round/m);
    assert.equal(await readFileIfThere(join(project.root, 'dist/index.html')), 'old');
    running.signal('SIGTERM');
    assert.equal(await running.ended, 0, running.told());
  });

  test('that is being built when somebody stops is left as it was', async (t) => {
    const project = await aProject(t, `console.error('x'); setInterval(() => {}, 1000);`);
    const running = startWatching(t, project, []);
    await running.untilTold(/^A round every 60 minutes/m);
    running.signal('SIGINT');
    assert.equal(await running.ended, 0, running.told());
    assert.match(running.told(), /Ended\.\n$/);
    assert.doesNotMatch(running.told(), /could not be built/);
  });
});
