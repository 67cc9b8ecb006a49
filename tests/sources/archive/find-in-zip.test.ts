import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { findInZip, ZIP_LIMITS } from '../../../src/sources/archive/find-in-zip.ts';
import { makeZip, type Zipped } from '../../upstream/zip.ts';

const FOLDER = 'acme.example/tool@v1.2.3';

function find(files: Record<string, string | Zipped>, limits = {}) {
  return findInZip(makeZip(files), FOLDER, { ...ZIP_LIMITS, ...limits });
}

describe('which file of a zip archive is the changelog', () => {
  const cases: [string, Record<string, string>, string | undefined][] = [
    ['none', { [`${FOLDER}/go.mod`]: 'x' }, undefined],
    ['an empty archive', {}, undefined],
    ['CHANGELOG.md', { [`${FOLDER}/go.mod`]: 'x', [`${FOLDER}/CHANGELOG.md`]: 'notes' }, 'notes'],
    ['in whatever case', { [`${FOLDER}/Changes.MD`]: 'notes' }, 'notes'],
    ['the better name', { [`${FOLDER}/HISTORY.md`]: 'no', [`${FOLDER}/CHANGES.md`]: 'notes' }, 'notes'],
    ['the better name first', { [`${FOLDER}/CHANGES.md`]: 'notes', [`${FOLDER}/HISTORY.md`]: 'no' }, 'notes'],
    ['a folder deeper', { [`${FOLDER}/docs/CHANGELOG.md`]: 'no' }, undefined],
    ['of another folder', { 'acme.example/tool@v1.2.2/CHANGELOG.md': 'no' }, undefined],
    ['in no folder', { 'CHANGELOG.md': 'no' }, undefined],
  ];
  for (const [name, files, expected] of cases) {
    test(name, async () => assert.equal((await find(files))?.text, expected));
  }

  test('its name tells the markup', async () => {
    const found = await find({ [`${FOLDER}/CHANGES.rst`]: 'notes' });
    assert.deepEqual(found, { name: 'CHANGES.rst', text: 'notes' });
  });

  test('one in a piece of a larger buffer', async () => {
    const zip = makeZip({ [`${FOLDER}/CHANGELOG.md`]: 'notes' });
    const larger = Buffer.concat([Buffer.alloc(100), zip, Buffer.alloc(100)]);
    const piece = larger.subarray(100, 100 + zip.length);
    assert.equal((await findInZip(piece, FOLDER))?.text, 'notes');
  });
});

describe('an archive that is refused', () => {
  const changelog = `${FOLDER}/CHANGELOG.md`;
  const cases: [string, () => Promise<unknown>][] = [
    ['no archive', () => findInZip(Buffer.from('<html>'), FOLDER)],
    ['an empty body', () => findInZip(new Uint8Array(), FOLDER)],
    ['one cut short', () => findInZip(makeZip({ [changelog]: 'notes' }).subarray(0, 60), FOLDER)],
    ['too many entries', () => find({ a: '1', b: '2', c: '3' }, { entries: 2 })],
    ['a way out', () => find({ '../CHANGELOG.md': 'x' })],
    ['an absolute path', () => find({ '/etc/passwd': 'x' })],
    ['more than its header tells', () => find({ [changelog]: { content: 'x'.repeat(5000), size: 10 } })],
  ];
  for (const [name, act] of cases) test(name, () => assert.rejects(act, FormatError));

  test('a changelog that is too long is passed over', async () => {
    const files = { [changelog]: 'x'.repeat(11), [`${FOLDER}/HISTORY.md`]: 'notes' };
    assert.equal((await find(files, { changelogBytes: 10 }))?.text, 'notes');
  });

  test('as many entries as are allowed', async () => {
    assert.equal((await find({ a: '1', [changelog]: 'notes' }, { entries: 2 }))?.text, 'notes');
  });
});
