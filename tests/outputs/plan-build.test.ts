import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeManifest } from '../../src/outputs/kept/manifest.ts';
import { planBuild } from '../../src/outputs/plan-build.ts';
import { marksText } from '../../src/site.ts';
import { aFolder } from '../build-release.ts';
import { aSite, stubRenderer } from './build-site.ts';
import { fiveProjects } from './five-projects.ts';

const targetIn = (root: string) => ({ folder: join(root, 'dist'), url: 'https://team.example/', base: '/' });

test('a project with the key of the last build is kept, and its notes are not read for their marks', async (t) => {
  stubRenderer();
  const root = await aFolder(t);
  const site = aSite(fiveProjects());
  const target = targetIn(root);
  const { keys, manifestPath } = await planBuild({ root, code: 'one' }, site, target);
  const unit = (key = '') => ({ key, marks: '312', files: [] });
  const projects = { a: unit(keys.get('a')), b: unit(keys.get('c')) };
  await writeManifest(manifestPath, { format: 1, folder: target.folder, shell: '', projects });
  const { kept, fresh } = await planBuild({ root, code: 'one' }, site, target);
  assert.deepEqual([...kept.keys()], ['a']);
  assert.deepEqual(
    fresh.map(({ project }) => project.id),
    ['b', 'c', 'd', 'e'],
  );
  const marks = site.projects.map(({ entries }) => marksText(entries));
  assert.deepEqual(marks, ['312', '000', '000', '000', '000']);
});
