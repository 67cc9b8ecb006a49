import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SEARCH_LIST_PATH } from '../../src/derive/search/search-list.ts';
import type { Manifest } from '../../src/outputs/kept/manifest.ts';
import { aFolder, aRelease } from '../build-release.ts';
import './own-root.ts';

// The index of notes is kept in the folder that its modules are loaded in.
const { finishBuild } = await import('../../src/outputs/finish-build.ts');
const { readManifest } = await import('../../src/outputs/kept/manifest.ts');
const { planBuild } = await import('../../src/outputs/plan-build.ts');
const { socialImagePaths } = await import('../../src/outputs/social/write-social-images.ts');
const { startStepTimes } = await import('../../src/outputs/step-times.ts');
const { writeOutput } = await import('../../src/outputs/write-output.ts');
const { listFiles } = await import('../../src/platform/files.ts');
const { aSite, aView } = await import('./build-site.ts');

const SILENT = () => {};

const planIn = (folder: string, site = aSite([])) =>
  planBuild({ root: folder, code: 'one' }, site, {
    folder: join(folder, 'dist'),
    url: 'https://team.example/',
    base: '/',
  });

test('the index of an older search goes when the new one is there, and what the site itself has beside it stays', async (t) => {
  const folder = await aFolder(t);
  const plan = await planIn(folder);
  const { folder: dist } = plan.target;
  const own = ['index.html', 'pagefind/own.json'];
  for (const path of [...own, 'pagefind/old']) writeOutput(dist, path, '');
  const manifest = { format: 1, folder: dist, shell: 'hash', projects: {} } as const;
  await finishBuild(plan, { manifest, paths: new Set(own) }, startStepTimes(), SILENT);
  assert.deepEqual((await listFiles(dist)).toSorted(), [...own, SEARCH_LIST_PATH]);
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

test('what is searched is left for the next build to keep, and all that is there is measured', async (t) => {
  const folder = await aFolder(t);
  const site = aSite([aView([aRelease({ notes: ['- one'], notesFrom: 'release' })])]);
  const { folder: dist } = (await planIn(folder, site)).target;
  const shared = ['index.html', ...socialImagePaths(site)];
  for (const path of shared) writeOutput(dist, path, Buffer.alloc(1e6));
  const left = ['projects/tool/index.html', 900e6, 0] as const;
  const projects = { tool: { key: '', marks: '', files: [[...left]] } } satisfies Manifest['projects'];
  const manifest: Manifest = { format: 1, folder: dist, shell: 'hash', projects };
  const said: string[] = [];
  const written = { manifest, paths: new Set(['index.html', left[0]]) };
  await finishBuild(await planIn(folder, site), written, startStepTimes(), (line) => said.push(line));
  const bytes = (await listFiles(dist)).reduce((sum, path) => sum + statSync(join(dist, path)).size, 900e6);
  const text = said.join('\n');
  assert.match(text, /notes of 1 release indexed/);
  assert.ok(text.includes(`\n${(bytes / 1e6).toFixed(1)} MB in dist\n`), text);
  assert.match(text, /Warning: .*above 900 MB/);
  assert.equal((await planIn(folder, site)).last?.search?.notes, 1);
});
