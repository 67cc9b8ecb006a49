import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { SEARCH_LIST_PATH } from '../../src/derive/search/search-list.ts';
import { finishBuild } from '../../src/outputs/finish-build.ts';
import { readManifest } from '../../src/outputs/kept/manifest.ts';
import { planBuild } from '../../src/outputs/plan-build.ts';
import { startStepTimes } from '../../src/outputs/step-times.ts';
import { writeOutput } from '../../src/outputs/write-output.ts';
import { listFiles } from '../../src/platform/files.ts';
import { aFolder } from '../build-release.ts';
import { aSite } from './build-site.ts';

const SILENT = () => {};

const planIn = (folder: string) =>
  planBuild({ root: folder, code: 'one' }, aSite([]), {
    folder: join(folder, 'dist'),
    url: 'https://team.example/',
    base: '/',
  });

test('the index of an older search goes when the new one is there', async (t) => {
  const folder = await aFolder(t);
  const plan = await planIn(folder);
  const { folder: dist } = plan.target;
  for (const path of ['index.html', 'pagefind/old']) writeOutput(dist, path, '');
  const manifest = { format: 1, folder: dist, shell: 'hash', projects: {} } as const;
  await finishBuild(plan, { manifest, paths: new Set(['index.html']) }, startStepTimes(), SILENT);
  assert.deepEqual((await listFiles(dist)).toSorted(), ['index.html', SEARCH_LIST_PATH]);
});

test('a build that is ended while its search is made leaves a site that can be kept', async (t) => {
  const folder = await aFolder(t);
  const plan = await planIn(folder);
  const manifest = { format: 1, folder, shell: 'hash', projects: {} } as const;
  const ended = {
    ...startStepTimes(),
    during: () => Promise.reject(new Error('ended')),
  };
  await assert.rejects(finishBuild(plan, { manifest, paths: new Set() }, ended, SILENT), /ended/);
  assert.deepEqual(await readManifest(plan.manifestPath, folder), manifest);
});
