import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { putInto } from '../../../src/outputs/kept/put-file.ts';
import { aFolder } from '../../build-release.ts';

test('what cannot be written is named', async (t) => {
  const folder = await aFolder(t);
  await writeFile(join(folder, 'file'), '');
  const put = putInto(join(folder, 'file'));
  for (const act of [() => put.write('a/b', ''), () => put.move('a/b', folder)])
    assert.throws(act, { name: 'DiskError', message: /file\/a\/b cannot be written: E/ });
});
