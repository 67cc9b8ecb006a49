import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  appendFileQuick,
  listFiles,
  listNames,
  readFileIfThere,
  removeFile,
  replaceFolder,
  writeFileAtomic,
  writeFileQuick,
} from '../../src/platform/files.ts';

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tidings-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

test('a file is written with its folders, and only if its bytes differ', async (t) => {
  const path = join(await folder(t), 'a/b/c.json');
  assert.equal(await writeFileAtomic(path, 'é\n'), true);
  const { ino } = await stat(path);
  assert.equal(await writeFileAtomic(path, 'é\n'), false);
  assert.equal(await writeFileAtomic(path, Buffer.from('é\n')), false);
  assert.equal((await stat(path)).ino, ino);
  assert.equal(await writeFileAtomic(path, 'e\n'), true);
  assert.notEqual((await stat(path)).ino, ino);
  assert.equal(await readFileIfThere(path), 'e\n');
});

test('an empty file is written, too', async (t) => {
  const path = join(await folder(t), 'empty');
  assert.equal(await writeFileAtomic(path, ''), true);
  assert.equal(await readFileIfThere(path), '');
});

test('a write that fails leaves nothing behind', async (t) => {
  const root = await folder(t);
  await mkdir(join(root, 'taken/inside'), { recursive: true });
  await assert.rejects(writeFileAtomic(join(root, 'taken'), 'x'), {
    name: 'DiskError',
    message: /cannot be read: EISDIR/,
  });
  assert.deepEqual((await readdir(root)).sort(), ['taken']);
});

test('a rename that fails is an error, and removes its temporary file', async (t) => {
  const root = await folder(t);
  // A path that ends in a slash is nobody's until the rename, which wants a folder there.
  await assert.rejects(writeFileAtomic(`${join(root, 'a')}/`, 'x'), {
    name: 'DiskError',
    message: /ENOTDIR.*rename/,
  });
  assert.deepEqual(await readdir(root), []);
});

test('many writers of one file leave one of their texts', async (t) => {
  const root = await folder(t);
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000));
  await Promise.all(texts.map((text) => writeFileAtomic(join(root, 'a'), text)));
  assert.equal(texts.includes((await readFileIfThere(join(root, 'a'))) ?? ''), true);
  assert.deepEqual(await readdir(root), ['a']);
});

test('a file of a cache is written with its folders, over what is there', async (t) => {
  const path = join(await folder(t), 'a/b/c.json');
  for (const text of ['é\n', 'e']) {
    await writeFileQuick(path, text);
    assert.equal(await readFileIfThere(path), text);
  }
  await assert.rejects(writeFileQuick(join(path, 'd'), 'x'), {
    name: 'DiskError',
    message: /c.json\/d cannot be written: ENOTDIR/,
  });
  await assert.rejects(writeFileQuick(join(path, '..'), 'x'), {
    name: 'DiskError',
    message: /cannot be written: EISDIR/,
  });
});

test('to a file of a cache is added, which makes it and its folders', async (t) => {
  const path = join(await folder(t), 'a/b/c.jsonl');
  await appendFileQuick(path, 'é\n');
  await appendFileQuick(path, 'e\n');
  assert.equal(await readFileIfThere(path), 'é\ne\n');
  await assert.rejects(appendFileQuick(join(path, 'd'), 'x'), {
    name: 'DiskError',
    message: /c.jsonl\/d cannot be written: ENOTDIR/,
  });
});

test('what two add to a file at once stays whole', async (t) => {
  const path = join(await folder(t), 'a.jsonl');
  const lines = [...'abcd'].map((letter) => `${letter.repeat(3_000_000)}\n`);
  await Promise.all(lines.map((line) => appendFileQuick(path, line)));
  const text = (await readFileIfThere(path)) ?? '';
  assert.ok(text.length === lines.join('').length && lines.every((line) => text.includes(line)));
});

test('thousands of files may be asked for at once', async (t) => {
  const root = await folder(t);
  const paths = Array.from({ length: 3000 }, (_, i) => join(root, String(i)));
  await Promise.all(paths.map((path) => writeFileQuick(path, path)));
  assert.deepEqual(await Promise.all(paths.map(readFileIfThere)), paths);
});

test('what is not there is undefined, what cannot be read is an error', async (t) => {
  const root = await folder(t);
  assert.equal(await readFileIfThere(join(root, 'none')), undefined);
  assert.equal(await readFileIfThere(join(root, 'no/folder/none')), undefined);
  await assert.rejects(readFileIfThere(root), { name: 'DiskError', message: /cannot be read: EISDIR/ });
  await writeFile(join(root, 'file'), '');
  await assert.rejects(readFileIfThere(join(root, 'file/none')), {
    name: 'DiskError',
    message: /cannot be read: ENOTDIR/,
  });
});

test('files are listed at any depth, in order, without links and what a killed run left', async (t) => {
  const root = await folder(t);
  for (const path of ['b.json', 'a/z.json', 'a/.github.json', 'B.json', 'a/b/c.json']) {
    await writeFileAtomic(join(root, path), path);
  }
  await writeFile(join(root, 'a/.x.tidings-tmp'), 'half');
  await symlink(join(root, 'b.json'), join(root, 'link.json'));
  await mkdir(join(root, 'empty'));
  assert.deepEqual(await listFiles(root), ['B.json', 'a/.github.json', 'a/b/c.json', 'a/z.json', 'b.json']);
  assert.deepEqual(await listFiles(join(root, 'none')), []);
  await assert.rejects(listFiles(join(root, 'b.json')), { code: 'ENOTDIR' });
});

test('names are those of regular files in the folder itself that begin so, in order', async (t) => {
  const root = await folder(t);
  const paths = ['a@2026.json', 'a@2025.json', 'a.json', 'b@2026.json', 'a@sub/a@2024.json'];
  for (const path of paths) await writeFileAtomic(join(root, path), path);
  await symlink(join(root, 'a.json'), join(root, 'a@link.json'));
  await writeFile(join(root, 'a@2023.json.tidings-tmp'), 'half');
  assert.deepEqual(await listNames(root, 'a@'), ['a@2025.json', 'a@2026.json']);
  assert.deepEqual(await listNames(join(root, 'none'), 'a@'), []);
  await assert.rejects(listNames(join(root, 'a.json'), 'a@'), { code: 'ENOTDIR' });
});

test('a file is removed, if it is there', async (t) => {
  const path = join(await folder(t), 'a');
  await writeFileAtomic(path, 'x');
  for (const _ of [1, 2]) await removeFile(path);
  assert.equal(await readFileIfThere(path), undefined);
});

test('a folder takes the place of another one whole, and of none', async (t) => {
  const root = await folder(t);
  const place = join(root, 'dist');
  for (const [name, content] of [
    ['a', '1'],
    ['b', '2'],
  ] as const) {
    await writeFileQuick(join(root, 'fresh', name), content);
    await replaceFolder(join(root, 'fresh'), place);
    assert.deepEqual(await readdir(root), ['dist']);
    assert.deepEqual(await readdir(place), [name]);
  }
});

test('a folder that is not there takes no place', async (t) => {
  const root = await folder(t);
  await writeFileQuick(join(root, 'dist', 'a'), '1');
  await assert.rejects(replaceFolder(join(root, 'fresh'), join(root, 'dist')), { code: 'ENOENT' });
  assert.deepEqual(await readdir(join(root, 'dist')), ['a']);
});
