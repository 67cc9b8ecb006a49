import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { createDesk } from '../../../src/pipeline/summarize/desk.ts';
import type { MadeSummary } from '../../../src/pipeline/summarize/landing.ts';
import { openPending } from '../../../src/pipeline/summarize/pending.ts';
import { aFolder } from '../../build-release.ts';
import { writeFiles } from '../../write-files.ts';
import { AT, TOOL } from './a-desk.ts';

function aMade(version: string): MadeSummary {
  return {
    package: parsePackage(TOOL),
    summary: { version, notes: `sha256:${'a'.repeat(64)}`, model: 'm', prompt: 1 },
  };
}

/** A desk, and what landed from it, batch by batch. */
function aDesk(cache: string) {
  const landed: string[][] = [];
  const land = async (made: readonly MadeSummary[]) => {
    landed.push(made.map(({ summary }) => summary.version));
    return { paths: ['data/summaries/npm/tool.json'], commit: `commit ${landed.length}` };
  };
  return { desk: createDesk(land, openPending(cache), AT), landed };
}

describe('what is made', () => {
  test('lands five at a time, and the rest at the end', async (t) => {
    const { desk, landed } = aDesk(await aFolder(t));
    for (const version of ['1', '2', '3', '4', '5', '6']) await desk.put(aMade(version));
    assert.deepEqual(landed, [['1', '2', '3', '4', '5']]);
    await desk.flush();
    await desk.flush();
    assert.deepEqual(landed, [['1', '2', '3', '4', '5'], ['6']]);
    assert.deepEqual(desk.report(), { paths: ['data/summaries/npm/tool.json'], commit: 'commit 2' });
  });

  test('is found by the next run, where this one was killed in the middle of a batch', async (t) => {
    const cache = await aFolder(t);
    const killed = aDesk(cache);
    await killed.desk.put(aMade('1'));
    await killed.desk.put(aMade('2'));
    const next = aDesk(cache);
    await next.desk.recover();
    assert.deepEqual([killed.landed, next.landed], [[], [['1', '2']]]);
    const after = aDesk(cache);
    await after.desk.recover();
    assert.deepEqual(after.landed, [], 'and by no run after it');
  });

  test('is nothing, where the file of a run before is broken', async (t) => {
    const cache = await aFolder(t);
    await writeFiles(cache, { 'run/summaries.json': '[{' });
    const { desk, landed } = aDesk(cache);
    await desk.recover();
    assert.deepEqual(landed, []);
  });
});
