import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
    await cache.write(key('a'), html);
    assert.equal(await createRenderCache(folder).read(key('a')), html);
  }
  assert.equal(await cache.read(key('b')), undefined);
  await cache.write(key('b'), 'b');
  assert.deepEqual(readdirSync(folder), ['a.jsonl', 'b.jsonl']);
});

test('thousands of documents at once are no trouble, and few files', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-cache-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const cache = createRenderCache(folder);
  const keys = Array.from({ length: 1_500 }, (_, index) => `${index % 10}${String(index).padStart(63, '0')}`);
  await Promise.all(keys.map((each) => cache.write(each, each)));
  assert.deepEqual(await Promise.all(keys.map((each) => cache.read(each))), keys);
  assert.equal(readdirSync(folder).length, 10);
});

test('without a folder nothing is kept', async () => {
  const cache = createRenderCache(undefined);
  await cache.write(key('a'), 'a');
  assert.equal(await cache.read(key('a')), undefined);
});
