import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FormatError } from '../../../src/platform/errors.ts';
import { ARCHIVE_LIMITS, findChangelog } from '../../../src/sources/archive/find-changelog.ts';
import { makeGem, makeTar, makeTarball, type Packed } from '../../upstream/tarball.ts';

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function find(files: Readonly<Record<string, Packed>>, limits = {}): Promise<string | undefined> {
  const archive = inPieces(await makeTarball(files));
  return (await findChangelog(archive, 'folder', { ...ARCHIVE_LIMITS, ...limits }))?.text;
}

async function findInGem(files: Readonly<Record<string, Packed>>, limits = {}) {
  const gem = inPieces(await makeGem(files));
  return (await findChangelog(gem, 'gem', { ...ARCHIVE_LIMITS, ...limits }))?.text;
}

/** Bytes without a pattern, the same at every run. */
function incompressible(length: number): Uint8Array {
  const blocks = Array.from({ length: length / 64 }, (_, n) =>
    createHash('sha512').update(String(n)).digest(),
  );
  return Buffer.concat(blocks);
}

describe('which file is the changelog', () => {
  const cases: [string, Record<string, Packed>, string | undefined][] = [
    ['none', { 'package/index.js': 'x' }, undefined],
    ['an empty archive', {}, undefined],
    ['CHANGELOG.md', { 'package/CHANGELOG.md': 'notes' }, 'notes'],
    ['in whatever case', { 'package/ChangeLog.MD': 'notes' }, 'notes'],
    ['in whatever top folder', { 'tool-1.0.0/History.md': 'notes' }, 'notes'],
    ['with a dot before it', { './package/changes.txt': 'notes' }, 'notes'],
    ['without an ending', { 'package/CHANGELOG': 'notes' }, 'notes'],
    ['.markdown', { 'package/RELEASES.markdown': 'notes' }, 'notes'],
    ['the better name', { 'package/HISTORY.md': 'no', 'package/CHANGES.md': 'notes' }, 'notes'],
    ['the better name first', { 'package/CHANGES.md': 'notes', 'package/HISTORY.md': 'no' }, 'notes'],
    ['the better ending', { 'package/CHANGELOG.txt': 'no', 'package/CHANGELOG.md': 'notes' }, 'notes'],
    ['a folder deeper', { 'package/docs/CHANGELOG.md': 'no' }, undefined],
    ['no folder', { 'CHANGELOG.md': 'no' }, undefined],
    ['an absolute path', { '/CHANGELOG.md': 'no' }, undefined],
    ['a way out', { '../CHANGELOG.md': 'no' }, undefined],
    ['another ending', { 'package/CHANGELOG.json': 'no' }, undefined],
    ['a folder of that name', { 'package/CHANGELOG.md': { type: 'directory' } }, undefined],
    [
      'a link of that name',
      { 'package/CHANGELOG.md': { type: 'symlink', linkname: '/etc/passwd' } },
      undefined,
    ],
    ['a device of that name', { 'package/CHANGELOG.md': { type: 'character-device' } }, undefined],
    ['NEWS', { 'tool-1.0/NEWS.rst': 'notes' }, 'notes'],
    ['release notes', { 'tool-1.0/RELEASE_NOTES.adoc': 'notes' }, 'notes'],
    ['.rdoc', { 'tool-1.0/History.rdoc': 'notes' }, 'notes'],
    ['an empty file', { 'package/CHANGELOG.md': '' }, ''],
    ['a byte that is no UTF-8', { 'package/CHANGES': Uint8Array.of(0x61, 0xff) }, 'a\uFFFD'],
  ];
  for (const [name, files, expected] of cases) {
    test(name, async () => assert.equal(await find(files), expected));
  }
});

describe('a gem', () => {
  const cases: [string, Record<string, Packed>, string | undefined][] = [
    ['CHANGELOG.md', { 'lib/tool.rb': 'x', 'CHANGELOG.md': 'notes' }, 'notes'],
    ['with a dot before it', { './History.txt': 'notes' }, 'notes'],
    ['in a folder', { 'docs/CHANGELOG.md': 'no' }, undefined],
    ['a way out', { '../CHANGELOG.md': 'no' }, undefined],
    ['an absolute path', { '/CHANGELOG.md': 'no' }, undefined],
    ['a link', { 'CHANGELOG.md': { type: 'symlink', linkname: '/etc/passwd' } }, undefined],
  ];
  for (const [name, files, expected] of cases) {
    test(name, async () => assert.equal(await findInGem(files), expected));
  }

  test('without its data has none, wherever a changelog lies', async () => {
    const gem = await makeTar({ 'CHANGELOG.md': 'no', 'a/data.tar.gz': 'no', 'metadata.gz': 'x' });
    assert.equal(await findChangelog(inPieces(gem), 'gem'), undefined);
    const link = await makeTar({ 'data.tar.gz': { type: 'symlink', linkname: 'metadata.gz' } });
    assert.equal(await findChangelog(inPieces(link), 'gem'), undefined);
  });

  test('is held to the same limits, inside and outside', async () => {
    const files = { 'a.rb': Buffer.alloc(5_000_000), 'CHANGELOG.md': 'notes' };
    assert.equal(await findInGem(files), 'notes');
    await assert.rejects(findInGem(files, { bytes: 4_000_000 }), FormatError);
    await assert.rejects(findInGem(files, { entries: 1 }), FormatError);
    await assert.rejects(findInGem(files, { packedBytes: 2000 }), FormatError);
    assert.equal(await findInGem({ 'CHANGELOG.md': 'notes' }, { changelogBytes: 4 }), undefined);
    const many = await makeTar({ a: '', b: '', c: '' });
    await assert.rejects(
      findChangelog(inPieces(many), 'gem', { ...ARCHIVE_LIMITS, entries: 2 }),
      /more than 2 entries/,
    );
  });

  test('is read no further than the best name', async () => {
    const gem = await makeGem({ 'CHANGELOG.md': 'notes', z: incompressible(600_000) });
    let read = 0;
    async function* counted() {
      for await (const piece of inPieces(gem)) {
        read += piece.length;
        yield piece;
      }
    }
    assert.equal((await findChangelog(counted(), 'gem'))?.text, 'notes');
    assert.ok(read < gem.length, `${read} of ${gem.length} bytes were read`);
  });

  test('whose data is no archive, or breaks off, is an error', async () => {
    const broken = await makeTar({ 'data.tar.gz': 'no gzip at all' });
    await assert.rejects(findChangelog(inPieces(broken), 'gem'));
    const whole = await makeGem({ a: Buffer.alloc(50_000, 'ab') });
    await assert.rejects(findChangelog(inPieces(whole.subarray(0, 1600)), 'gem'));
    await assert.rejects(findChangelog(inPieces(Buffer.alloc(4096, 'x')), 'gem'), FormatError);
  });
});

describe('limits', () => {
  test('a changelog beyond its limit is passed over', async () => {
    const files = { 'package/CHANGELOG.md': 'x'.repeat(101), 'package/HISTORY.md': 'y'.repeat(100) };
    assert.equal(await find(files, { changelogBytes: 100 }), 'y'.repeat(100));
  });

  test('too many entries are refused', async () => {
    const files = { 'package/a': '', 'package/b': '', 'package/c': '' };
    assert.equal(await find(files, { entries: 3 }), undefined);
    await assert.rejects(find(files, { entries: 2 }), FormatError);
  });

  test('too many bytes are refused, however small they were packed', async () => {
    await assert.rejects(
      find({ 'package/zeros': Buffer.alloc(5_000_000) }, { bytes: 4_000_000 }),
      FormatError,
    );
  });

  test('those of a run are as large as any honest package needs', () => {
    const megabyte = 1024 * 1024;
    assert.deepEqual(ARCHIVE_LIMITS, {
      packedBytes: 64 * megabyte,
      bytes: 200 * megabyte,
      entries: 20_000,
      changelogBytes: 4 * megabyte,
    });
  });

  test('nothing is read beyond the best name', async () => {
    const files = { 'package/CHANGELOG.md': 'notes', 'package/z': Buffer.alloc(20_000_000) };
    const packed = await makeTarball(files);
    let read = 0;
    async function* counted() {
      for await (const piece of inPieces(packed)) {
        read += piece.length;
        yield piece;
      }
    }
    assert.deepEqual(await findChangelog(counted(), 'folder'), { name: 'CHANGELOG.md', text: 'notes' });
    assert.ok(read < packed.length, `${read} of ${packed.length} bytes were read`);
  });
});

describe('hostile archives', () => {
  const FOLDER = new URL('../../fixtures/hostile/archives/', import.meta.url);
  for (const name of ['absolute', 'device', 'dotdot', 'fifo', 'hardlink', 'symlink-then-file']) {
    test(`${name}.tar has no changelog, and does nothing`, async () => {
      const archive = await readFile(new URL(`${name}.tar`, FOLDER));
      assert.equal(await findChangelog(inPieces(gzipSync(archive)), 'folder'), undefined);
    });
  }

  test('no tar is refused', async () => {
    await assert.rejects(findChangelog(inPieces(gzipSync(Buffer.alloc(4096, 'x'))), 'folder'), FormatError);
  });

  for (const [name, bytes] of [
    ['no gzip', Buffer.alloc(4096, 'x')],
    ['nothing', Buffer.alloc(0)],
  ] as const) {
    const form = 'folder';
    test(`${name} is an error that the http client can read`, async () => {
      await assert.rejects(
        findChangelog(inPieces(bytes), form),
        (error) => error instanceof Error && 'code' in error,
      );
    });
  }

  test('an archive that breaks off is an error', async () => {
    const whole = await makeTarball({
      'package/a': Buffer.alloc(50_000, 'ab'),
      'package/CHANGELOG.md': 'notes',
    });
    await assert.rejects(findChangelog(inPieces(whole.subarray(0, whole.length / 2)), 'folder'));
  });

  test('what reading throws comes through', async () => {
    async function* broken() {
      yield gzipSync('x').subarray(0, 5);
      throw new FormatError('larger than allowed');
    }
    await assert.rejects(findChangelog(broken(), 'folder'), /larger than allowed/);
  });
});
