import assert from 'node:assert/strict';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPack, writePack } from '../../../src/outputs/search/index-pack.ts';
import { aFolder } from '../../build-release.ts';

const FILES = new Map([
  ['a.js', Buffer.from('one\ntwo')],
  ['fragment/b', Buffer.from([0, 10, 255])],
  ['empty', Buffer.alloc(0)],
]);

test('an index comes back as it was, under its key alone', async (t) => {
  const pack = join(await aFolder(t), 'deep/notes.pack');
  assert.equal(await readPack(pack, 'k1'), undefined);
  await writePack(pack, 'k1', FILES);
  const read = await readPack(pack, 'k1');
  assert.deepEqual(
    [...(read ?? [])].map(([path, bytes]) => [path, Buffer.from(bytes)]),
    [...FILES],
  );
  assert.equal(await readPack(pack, 'k2'), undefined);
  await writePack(pack, 'k2', new Map());
  assert.deepEqual(await readPack(pack, 'k2'), new Map());
  assert.equal(await readPack(pack, 'k1'), undefined);
});

const DAMAGE: Readonly<Record<string, (path: string) => Promise<void>>> = {
  'cut off': async (path) => truncate(path, (await readFile(path)).length - 1),
  empty: (path) => truncate(path, 0),
  'no JSON': (path) => writeFile(path, 'not\nthis'),
  'of another form': (path) => writeFile(path, '{"key":"k1"}\n'),
  'a byte that changed': async (path) => {
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = 7;
    await writeFile(path, bytes);
  },
};

for (const [name, damage] of Object.entries(DAMAGE)) {
  test(`a pack that is damaged is as good as none: ${name}`, async (t) => {
    const pack = join(await aFolder(t), 'notes.pack');
    await writePack(pack, 'k1', FILES);
    await damage(pack);
    assert.equal(await readPack(pack, 'k1'), undefined);
  });
}
