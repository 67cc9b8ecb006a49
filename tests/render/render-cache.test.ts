import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { createRenderCache } from '../../src/render/render-cache.ts';

const key = (letter: string) => letter.repeat(64);

test('what is written is read, also by another cache, and nothing else is', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-cache-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const cache = createRenderCache(folder);
  for (const html of ['', '<p>a</p>', 'two\nlines\n', 'ü 長 🎉']) {
    await cache.write('one', key('a'), html);
    assert.equal(await createRenderCache(folder).read('one', key('a')), html);
  }
  assert.equal(await cache.read('one', key('b')), undefined);
  assert.equal(await cache.read('two', key('a')), undefined);
  await cache.write('@scope/two', key('b'), 'b');
  assert.equal(await cache.read('@scope/two', key('b')), 'b');
  assert.deepEqual(readdirSync(folder), ['%40scope%2ftwo.jsonl', 'one.jsonl']);
});

test('thousands of documents at once are no trouble, and few files', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-cache-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const cache = createRenderCache(folder);
  const keys = Array.from({ length: 1_500 }, (_, index) => String(index).padStart(64, '0'));
  const shelfOf = (each: string) => each.slice(-2);
  await Promise.all(keys.map((each) => cache.write(shelfOf(each), each, each)));
  assert.deepEqual(await Promise.all(keys.map((each) => cache.read(shelfOf(each), each))), keys);
  assert.equal(readdirSync(folder).length, 100);
});

test('what is on a shelf is in memory until others are used', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-cache-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const [cache, other] = [createRenderCache(folder), createRenderCache(folder)];
  const use = (shelf: string) => cache.read(shelf, key('a'));
  assert.equal(await use('one'), undefined);
  await other.write('one', key('a'), 'of another');
  for (const shelf of '23456788') await use(shelf);
  assert.equal(await use('one'), undefined);
  await use('9');
  assert.equal(await use('one'), undefined);
  for (const shelf of '23456789') await use(shelf);
  assert.equal(await use('one'), 'of another');
});

test('while all others are busy, a shelf has one writer', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-cache-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const cache = createRenderCache(folder);
  const letters = [...'0123456789abcdef'];
  const all = letters.flatMap((letter) => [...'123456789'].map((shelf) => [shelf, letter] as const));
  await Promise.all(all.map(([shelf, letter]) => cache.write(shelf, key(letter), letter)));
  const lines = readFileSync(join(folder, '9.jsonl'), 'utf8').split('\n');
  assert.deepEqual(
    lines.map((line) => line.slice(0, 1)),
    [...letters, ''],
  );
  // What it wrote itself it knows without the file.
  rmSync(join(folder, '9.jsonl'));
  for (const letter of letters) assert.ok(await cache.has('9', key(letter)), letter);
});

test('without a folder nothing is kept', async () => {
  const cache = createRenderCache(undefined);
  await cache.write('one', key('a'), 'a');
  assert.equal(await cache.read('one', key('a')), undefined);
});
