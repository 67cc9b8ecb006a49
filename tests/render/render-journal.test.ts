import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openRenderJournal } from '../../src/render/render-journal.ts';

const key = (letter: string) => letter.repeat(64);

function pathOf(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-journal-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'in/a.jsonl');
}

test('what is written is read, also by another, and the later of two counts', async (context) => {
  const path = pathOf(context);
  const journal = openRenderJournal(path);
  assert.equal(await journal.read(key('a')), undefined);
  for (const html of ['', '<p>a</p>', 'two\nlines\u2028\n', 'ü 長 🎉 "\\']) {
    await journal.write(key('a'), html);
    await journal.write(key('b'), 'b');
    assert.equal(await journal.read(key('a')), html);
    assert.equal(await openRenderJournal(path).read(key('a')), html);
    assert.equal(await journal.read(key('b')), 'b');
  }
  assert.equal(await journal.read(key('c')), undefined);
});

test('a line each, in the order in which they came', async (context) => {
  const path = pathOf(context);
  const journal = openRenderJournal(path);
  const letters = [...'0123456789abcdef'];
  const writing: Promise<void>[] = [];
  for (const letter of letters) {
    writing.push(journal.write(key(letter), letter));
    if (letter > '7') await setImmediate();
  }
  await Promise.all(writing);
  const lines = readFileSync(path, 'utf8').split('\n');
  assert.deepEqual(
    lines.map((line) => line.slice(0, 1)),
    [...letters, ''],
  );
});

test('it is busy until all is in the file', async (context) => {
  const journal = openRenderJournal(pathOf(context));
  assert.equal(journal.isBusy(), false);
  const writing = ['a', 'b'].map((letter) => journal.write(key(letter), letter));
  assert.equal(journal.isBusy(), true);
  await Promise.all(writing);
  assert.equal(journal.isBusy(), false);
});

test('what is damaged is not read, and harms nothing around it', async (context) => {
  const path = pathOf(context);
  const journal = openRenderJournal(path);
  for (const letter of 'abc') await journal.write(key(letter), `<b>${letter}</b>`);
  const [first = '', second = '', third = ''] = readFileSync(path, 'utf8').split('\n');
  const damages = {
    cut: second.slice(0, -1),
    'cut to its key': key('b'),
    changed: second.replace('<b>b', '<i>b'),
    'under another hash': second.replace(/ [0-9a-f]{64} /, ` ${key('0')} `),
    'of another key': third.replace(key('c'), key('b')),
    longer: `${second} `,
    gone: '',
  };
  for (const [name, damaged] of Object.entries(damages)) {
    writeFileSync(path, `${first}\n${damaged}\n${third}\n`);
    const opened = openRenderJournal(path);
    assert.equal(await opened.read(key('b')), undefined, name);
    assert.equal(await opened.read(key('a')), '<b>a</b>', name);
    assert.equal(await opened.read(key('c')), '<b>c</b>', name);
    await opened.write(key('b'), 'anew');
    assert.equal(await opened.read(key('b')), 'anew', name);
  }
});

test('nothing goes on in a line that a killed run left', async (context) => {
  const path = pathOf(context);
  await openRenderJournal(path).write(key('a'), 'a');
  appendFileSync(path, `${key('b')} half`);
  const journal = openRenderJournal(path);
  await journal.write(key('c'), 'c');
  for (const each of [journal, openRenderJournal(path)]) {
    assert.equal(await each.read(key('a')), 'a');
    assert.equal(await each.read(key('b')), undefined);
    assert.equal(await each.read(key('c')), 'c');
  }
});

test('the file and its folder may vanish', async (context) => {
  const path = pathOf(context);
  const journal = openRenderJournal(path);
  await journal.write(key('a'), 'a');
  rmSync(join(path, '..'), { recursive: true });
  assert.equal(await journal.read(key('a')), undefined);
  await journal.write(key('b'), 'b');
  assert.ok(existsSync(path));
  assert.equal(await journal.read(key('b')), 'b');
});

test('a disk that takes nothing is told of', async (context) => {
  const path = pathOf(context);
  await openRenderJournal(path).write(key('a'), 'a');
  const journal = openRenderJournal(join(path, 'below-a-file.jsonl'));
  await assert.rejects(journal.write(key('a'), 'a'), /below-a-file\.jsonl cannot be/);
});
