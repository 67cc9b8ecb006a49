import assert from 'node:assert/strict';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { isIntact, leftFiles, readManifest, writeManifest } from '../../../src/outputs/kept/manifest.ts';
import { aFolder } from '../../build-release.ts';

const AT = new Date('2026-11-20T10:00:00Z');

/** What may have become of a file of two bytes that was left at a moment. */
const AFTERWARDS: Readonly<
  Record<string, { isIntact: boolean; happens: (path: string) => Promise<unknown> }>
> = {
  nothing: { isIntact: true, happens: async () => {} },
  'other bytes of the same length': { isIntact: false, happens: (path) => writeFile(path, 'no') },
  'other bytes of the same moment': { isIntact: false, happens: (path) => writeAt(path, 'longer') },
  'its removal': { isIntact: false, happens: (path) => rm(path) },
};

async function writeAt(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await utimes(path, AT, AT);
}

describe('files that were left', () => {
  for (const [name, { isIntact: expected, happens }] of Object.entries(AFTERWARDS)) {
    test(`are ${expected ? '' : 'not '}intact after ${name}`, async (t) => {
      const folder = await aFolder(t);
      await writeAt(join(folder, 'page'), 'ok');
      const files = leftFiles(['page'], folder);
      await happens(join(folder, 'page'));
      assert.equal(isIntact({ key: '', files }, folder), expected);
    });
  }

  test('are not intact where one is a folder', async (t) => {
    const folder = await aFolder(t);
    await mkdir(join(folder, 'page'));
    assert.equal(isIntact({ key: '', files: leftFiles(['page'], folder) }, folder), false);
  });
});

test('a manifest is read for the folder that it was written of, and for no other', async (t) => {
  const path = join(await aFolder(t), 'manifest.json');
  const manifest = { format: 1, folder: '/site', shell: 'hash', projects: {} } as const;
  await writeManifest(path, manifest);
  assert.deepEqual(await readManifest(path, '/site'), manifest);
  assert.equal(await readManifest(path, '/elsewhere'), undefined);
});
