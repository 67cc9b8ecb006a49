import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkWorkflows } from '../../src/pipeline/check-workflows.ts';
import { ROOT } from '../../src/platform/root.ts';
import { aFolder } from '../build-release.ts';
import { writeFiles } from '../write-files.ts';

const GOOD = `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: npm ci
`;

describe('workflows', () => {
  test('of this project are right', async () => {
    assert.deepEqual(await checkWorkflows(ROOT), []);
  });

  for (const [what, text, problem] of [
    ['no YAML', 'on: [', /b\.yml:1: no valid YAML: /],
    ['no jobs', 'on: push\n', /:\d+: "jobs" section is missing/],
    ['an unknown event', GOOD.replace('push', 'pushed'), /b\.yml:1:5: unknown Webhook event "pushed"/],
    ['a misspelt key', GOOD.replace('run:', 'rnu:'), /b\.yml:7:9: unexpected key "rnu"/],
    [
      'an unknown permission',
      GOOD.replace('{}', '{ content: read }'),
      /b\.yml:2:\d+: unknown permission scope/,
    ],
    ['a job that waits for nobody', GOOD.replace('steps', 'needs: z\n    steps'), /needs job "z"/],
    ['an unknown context', GOOD.replace('npm ci', `echo \${{ stepz.x }}`), /undefined variable "stepz"/],
    [
      'a title in a script',
      GOOD.replace('npm ci', `echo \${{ github.event.issue.title }}`),
      /potentially untrusted/,
    ],
  ] as const) {
    test(`are found wrong: ${what}`, async (t) => {
      const root = await aFolder(t);
      await writeFiles(root, { '.github/workflows/a.yml': GOOD, '.github/workflows/b.yml': text });
      const problems = await checkWorkflows(root);
      assert.ok(problems.length > 0 && problems.every((line) => line.startsWith('.github/workflows/b.yml:')));
      assert.match(problems.join('\n'), problem);
    });
  }

  test('are nobody’s duty', async (t) => {
    assert.deepEqual(await checkWorkflows(await aFolder(t)), []);
  });
});
