import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { describeReport, exitCodeOf } from '../../../src/pipeline/summarize/describe-summarize.ts';
import { checkData } from '../../../src/store/check-data.ts';
import { readSummaries } from '../../../src/store/summaries.ts';
import { aFolder } from '../../build-release.ts';
import { writeFiles } from '../../write-files.ts';
import { aNoted, anEndpoint, aWorkspace, HONEST, LINE, someNotes, TOOL } from './a-desk.ts';

const VERSIONS = Array.from({ length: 7 }, (_, index) => `1.${6 - index}.0`);

describe('a run', () => {
  test('sums up what is new, once, and leaves data/ as it should be', async (t) => {
    const root = await aFolder(t);
    const workspace = await aWorkspace(
      root,
      VERSIONS.map((version) => aNoted(version)),
    );
    await writeFiles(workspace.data, { 'watchlists/main.yml': 'title: Main\nprojects: [pkg:npm/tool]\n' });
    const { run, asked, said } = await anEndpoint(t, () => HONEST);
    const report = await run(workspace);
    assert.deepEqual(
      [report.asked, report.made, report.items, report.dropped, report.failures],
      [7, 7, 7, 0, []],
    );
    assert.deepEqual(report.paths, ['data/summaries/npm/tool.json']);
    assert.match(said[0] ?? '', /^7 releases, 7 calls to scripted: about \d+ tokens in/);
    assert.deepEqual(await checkData(workspace.data), []);
    const again = await run(workspace);
    assert.deepEqual([again.asked, again.held, again.paths, asked.length], [0, 7, [], 7]);
  });

  test('keeps an answer that it does not believe, and asks no second time', async (t) => {
    const workspace = await aWorkspace(await aFolder(t), [aNoted('1.0.0')]);
    const { run, asked } = await anEndpoint(t, () => ({
      ...HONEST,
      fixes: [{ text: 'Drops Node 18', quote: 'Dropped Node 18' }],
    }));
    const report = await run(workspace);
    assert.deepEqual([report.asked, report.made, report.dropped], [1, 0, 1]);
    await run(workspace);
    assert.equal(asked.length, 1);
    const kept = (await readSummaries(workspace.data, parsePackage(TOOL))).get('1.0.0');
    assert.deepEqual([kept?.dropped, kept?.fixes], [1, undefined]);
  });

  test('sums up edited notes anew, and keeps what it had said', async (t) => {
    const root = await aFolder(t);
    const { run } = await anEndpoint(t, ({ notes }) => {
      const quote = notes.includes('Windows') ? 'Fixed a crash on Windows' : LINE;
      return { ...HONEST, fixes: [{ text: quote, quote }] };
    });
    await run(await aWorkspace(root, [aNoted('1.0.0')]));
    const edited = [...someNotes('1.0.0'), '- Fixed a crash on Windows'];
    const workspace = await aWorkspace(root, [aNoted('1.0.0', { notes: edited })]);
    await run(workspace);
    const summary = (await readSummaries(workspace.data, parsePackage(TOOL))).get('1.0.0');
    assert.equal(summary?.fixes?.[0]?.quote, 'Fixed a crash on Windows');
    assert.equal(summary?.replaced?.fixes?.[0]?.quote, LINE);
  });

  test('sends no more than its limits, and leaves the rest for the next one', async (t) => {
    const workspace = await aWorkspace(
      await aFolder(t),
      VERSIONS.map((version) => aNoted(version)),
    );
    const { run, asked } = await anEndpoint(t, () => HONEST);
    const report = await run(workspace, { limits: { calls: 3, tokens: 1e9 } });
    assert.deepEqual([report.asked, report.estimate.left, asked.length], [3, 4, 3]);
    assert.equal((await run(workspace, { limits: { calls: 50, tokens: 1e9 } })).asked, 4);
  });

  test('tells people what came of it', async (t) => {
    const workspace = await aWorkspace(await aFolder(t), [aNoted('1.0.0'), aNoted('1.1.0')]);
    const { run } = await anEndpoint(t, (_, nth) => (nth === 1 ? HONEST : '{"bre'));
    const report = await run(workspace);
    const [first = '', , ...failures] = describeReport(report);
    assert.equal(
      first,
      '1 of 2 releases summed up, 0 were before: 1 items with their quotation, 0 without and dropped.',
    );
    assert.match(
      failures.join('\n'),
      /^pkg:npm\/tool 1\.\d\.0: the model answered with .*Remedy: .*\. The summary made by rules is shown\.$/,
    );
    assert.deepEqual([exitCodeOf(report, false), exitCodeOf(report, true)], [0, 1]);
    assert.equal(exitCodeOf({ ...report, asked: 1 }, false), 1, 'all that was asked failed');
  });
});
