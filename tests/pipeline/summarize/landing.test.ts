import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { verify } from '../../../src/pipeline/verify/verify.ts';
import { openWorkspace } from '../../../src/pipeline/workspace.ts';
import { HostError } from '../../../src/platform/errors.ts';
import { listFiles, readFileIfThere } from '../../../src/platform/files.ts';
import { checkData } from '../../../src/store/check-data.ts';
import { aFolder } from '../../build-release.ts';
import { aClone, personalState } from '../writer/a-clone.ts';
import { AT, aNoted, anEndpoint, aWorkspace, HONEST } from './a-desk.ts';

const LIST = 'title: Main\nprojects: [pkg:npm/tool]\n';
const FILE = 'data/summaries/npm/tool.json';

/** A clone whose first commit holds a watchlist and seven releases with notes. */
async function aProjectClone(t: TestContext) {
  const folder = await aFolder(t);
  const releases = Array.from({ length: 7 }, (_, index) => aNoted(`1.${6 - index}.0`));
  await aWorkspace(folder, releases);
  const files: Record<string, string> = { 'data/watchlists/main.yml': LIST };
  for (const path of await listFiles(folder)) files[path] = (await readFileIfThere(join(folder, path))) ?? '';
  const clone = await aClone(t, files);
  return { clone, workspace: await openWorkspace(clone.root) };
}

describe('summaries become commits', () => {
  test('in batches of five, of nothing but them, and the ledger still follows from all commits', async (t) => {
    const { clone, workspace } = await aProjectClone(t);
    const { run } = await anEndpoint(t, () => HONEST);
    const report = await run(workspace, { land: 'commit' });
    assert.equal(report.commit, clone.git('rev-parse', 'HEAD').trim());
    assert.equal(clone.git('log', '--format=%s'), 'summaries: 2 releases\nsummaries: 5 releases\nfirst\n');
    assert.equal(
      clone.git('log', '-1', '--format=%B'),
      `summaries: 2 releases\n\n+ npm/tool  2\n\nRun: ${AT}\nData-Op: summarize\n\n`,
    );
    assert.equal(clone.git('diff', '--name-only', 'HEAD~2').trim(), FILE);
    assert.equal(clone.git('status', '--porcelain'), '');
    assert.deepEqual(await checkData(workspace.data), []);
    assert.deepEqual((await verify(clone.root)).problems, []);
    const again = await run(workspace, { land: 'commit' });
    assert.deepEqual([again.asked, again.commit], [0, undefined]);
  });

  test('and are pushed beside what others push meanwhile, without touching the checkout', async (t) => {
    const { clone, workspace } = await aProjectClone(t);
    clone.write('README.md', 'a person edits');
    const before = personalState(clone);
    const { run } = await anEndpoint(t, (_, nth) => {
      if (nth === 2) clone.elsewhere('notes.txt', 'somebody else');
      return HONEST;
    });
    const report = await run(workspace, { land: 'push' });
    assert.equal(report.made, 7);
    const there = clone.there('log', '--format=%s', 'main').trim().split('\n');
    assert.deepEqual(there, ['summaries: 2 releases', 'summaries: 5 releases', 'elsewhere', 'first']);
    assert.equal(clone.there('show', `main:${FILE}`).match(/"version"/g)?.length, 7);
    assert.equal(personalState(clone), before);
  });

  test('of the next run, where they could not land: what is paid for is kept', async (t) => {
    const { clone, workspace } = await aProjectClone(t);
    const { run, asked } = await anEndpoint(t, (_, nth) => {
      if (nth === 5) clone.git('remote', 'set-url', 'origin', '/nowhere/at/all');
      return HONEST;
    });
    await assert.rejects(run(workspace, { land: 'push' }), HostError);
    assert.ok(existsSync(join(workspace.cache, 'run', 'summaries.json')));
    clone.git('remote', 'set-url', 'origin', clone.remote);
    const report = await run(workspace, { land: 'push', limits: { calls: 1, tokens: 1e9 } });
    assert.deepEqual([report.held, report.asked, asked.length], [5, 1, 6]);
    assert.ok(!existsSync(join(workspace.cache, 'run', 'summaries.json')));
    assert.equal(clone.there('show', `main:${FILE}`).match(/"version"/g)?.length, 6);
  });
});
