import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeApi } from '../../src/outputs/api-files.ts';
import { listFiles } from '../../src/platform/files.ts';
import { aFullSite, filesOf, SITE_URL } from '../api/an-api.ts';
import { aFolder } from '../build-release.ts';

test('the API is written whole, and its size told', async (t) => {
  const folder = await aFolder(t);
  const site = aFullSite();
  const { files, bytes } = await writeApi(site, { folder, url: SITE_URL, base: '/tidings/' });
  const paths = await listFiles(folder);
  assert.deepEqual(paths.toSorted(), [...filesOf(site).keys()].toSorted());
  assert.equal(files, paths.length);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
  assert.equal(
    bytes,
    sizes.reduce((sum, size) => sum + size, 0),
  );
});
