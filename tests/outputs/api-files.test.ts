import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectApi, writeSharedApi } from '../../src/outputs/api-files.ts';
import { listFiles } from '../../src/platform/files.ts';
import { aFullSite, filesOf, SITE_URL } from '../api/an-api.ts';
import { aFolder } from '../build-release.ts';
import { writeProjectFiles } from './write-project-files.ts';

test('the API is written whole: of all projects together, and of each', async (t) => {
  const folder = await aFolder(t);
  const site = aFullSite();
  const target = { folder, url: SITE_URL, base: '/tidings/' };
  writeSharedApi(site, target);
  await writeProjectFiles(site, target, [projectApi]);
  const wanted = filesOf(site);
  const paths = await listFiles(folder);
  assert.deepEqual(paths.toSorted(), [...wanted.keys()].toSorted());
  for (const path of paths) assert.equal(await readFile(join(folder, path), 'utf8'), wanted.get(path));
});
