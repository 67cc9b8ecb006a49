import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { planBuild } from '../../src/outputs/plan-build.ts';
import { startStepTimes } from '../../src/outputs/step-times.ts';
import { writeOutput } from '../../src/outputs/write-output.ts';
import { writeSite } from '../../src/outputs/write-site.ts';
import { aFolder } from '../build-release.ts';
import { aSite } from './build-site.ts';
import { COMPARE_SHELL, SHELL } from './write-project-files.ts';

test('projects are begun first, and pages rendered when it is known what their notes are marked as', async (t) => {
  const root = await aFolder(t);
  const target = { folder: join(root, 'dist'), url: 'https://team.example/', base: '/' };
  const plan = await planBuild({ root, code: 'one' }, aSite([]), target);
  const done: string[] = [];
  const written = await writeSite(plan, {
    built: join(root, 'built'),
    shells: { release: SHELL, compare: COMPARE_SHELL },
    times: startStepTimes(),
    renderPages: async () => {
      done.push('pages');
      writeOutput(join(root, 'built'), 'index.html', 'page');
    },
    writer: {
      known: async () => void done.push('known'),
      begin: () => {
        done.push('begun');
        return async () => {
          done.push('asked for');
          return new Map();
        };
      },
      stop: async () => {},
    },
  });
  assert.deepEqual(done, ['begun', 'known', 'pages', 'asked for']);
  assert.ok(written?.paths.has('index.html'));
});
