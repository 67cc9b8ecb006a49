import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openWorkflowJob } from '../../src/platform/workflow-job.ts';
import { aFolder } from '../build-release.ts';

describe('a job of a workflow', () => {
  test('gets outputs and summaries, one after another', async (t) => {
    const folder = await aFolder(t);
    const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    const job = openWorkflowJob(files);
    await job.setOutput('own', 'true');
    await job.setOutput('at', '2026-11-20T10:00:00Z');
    await job.summarise('One\n');
    await job.summarise('Two\n');
    assert.equal(await readFile(files.GITHUB_OUTPUT, 'utf8'), 'own=true\nat=2026-11-20T10:00:00Z\n');
    assert.equal(await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'), 'One\nTwo\n');
  });

  test('is not needed', async () => {
    for (const variables of [{}, { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' }]) {
      const job = openWorkflowJob(variables);
      await job.setOutput('own', 'true');
      await job.summarise('One\n');
    }
  });

  for (const [name, value] of [
    ['own', 'true\nother=1'],
    ['own\n', 'true'],
    ['own', 'true\r'],
  ] as const) {
    test(`takes no output that would be two: ${JSON.stringify(name + value)}`, async (t) => {
      const path = join(await aFolder(t), 'output');
      await assert.rejects(openWorkflowJob({ GITHUB_OUTPUT: path }).setOutput(name, value), TypeError);
      await assert.rejects(readFile(path));
    });
  }
});
