import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readZipFile } from '../../../src/sources/archive/read-zip-file.ts';
import { makeZip } from '../../upstream/zip.ts';

const isText = (name: string) => name.endsWith('.txt');
const read = async (files: Parameters<typeof makeZip>[0]) => {
  const bytes = await readZipFile(makeZip(files), isText);
  return bytes && Buffer.from(bytes).toString();
};

describe('a file of a zip archive', () => {
  for (const [name, files, found] of [
    ['that is wanted', { 'a.bin': 'x', 'b.txt': 'text', 'c.bin': 'x' }, 'text'],
    ['that is the first of two', { 'a.txt': 'first', 'b.txt': 'second' }, 'first'],
    ['that is empty', { 'a.txt': '' }, ''],
    ['that is not there', { 'a.bin': 'x' }, undefined],
    ['of a megabyte', { 'a.txt': 'x'.repeat(1024 * 1024) }, 'x'.repeat(1024 * 1024)],
  ] as const) {
    test(name, async () => assert.equal(await read(files), found));
  }

  for (const [name, files] of [
    ['that is larger', { 'a.txt': 'x'.repeat(1024 * 1024 + 1) }],
    ['that tells another size', { 'a.txt': { content: 'x'.repeat(100), size: 10 } }],
    ['that leads out of the archive', { '../a.txt': 'x' }],
  ] as const) {
    test(`${name} is refused`, () => assert.rejects(read(files), { name: 'FormatError' }));
  }

  test('in a piece of a larger buffer', async () => {
    const zip = makeZip({ 'a.txt': 'text' });
    const larger = Buffer.concat([Buffer.alloc(100), zip, Buffer.alloc(100)]);
    const bytes = await readZipFile(larger.subarray(100, 100 + zip.length), isText);
    assert.equal(Buffer.from(bytes ?? []).toString(), 'text');
  });

  test('in what is no archive is refused', () =>
    assert.rejects(readZipFile(Buffer.from('no zip'), isText), { name: 'FormatError' }));

  test('among too many is refused', () => {
    const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${index}`, '']));
    return assert.rejects(readZipFile(makeZip(files), isText), /more than 20000 entries/);
  });
});
