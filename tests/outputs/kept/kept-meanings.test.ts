import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { NotesMeaning } from '../../../src/derive/meaning/read-meaning.ts';
import { primeMeaning } from '../../../src/site/meaning.ts';
import { keptMeanings, meaningOf } from '../../../src/site.ts';
import { aFolder, aRelease, entriesOf } from '../../build-release.ts';

/** Entries with these notes, of which nothing is known yet. */
function unread(notes = ['- first']) {
  return entriesOf([
    aRelease({ version: '1.1.0', notes, notesFrom: 'release' }),
    aRelease({ version: '1.0.0' }),
  ]);
}

// No rules read that out of any notes: where it is known, it was taken.
const KEPT: NotesMeaning = { items: [], contributors: ['@nobody'], identifiers: [] };

async function scene(t: TestContext) {
  const folder = await aFolder(t);
  const entries = unread();
  primeMeaning(entries[0] ?? assert.fail(), KEPT);
  await keptMeanings({ folder, code: 'one' }, 'a', entries).keep();
  const path = join(folder, 'a.json');
  return { folder, path, text: await readFile(path, 'utf8') };
}

test('what notes mean is taken from the last build, and not written again', async (t) => {
  const { folder, path } = await scene(t);
  const entries = unread();
  const kept = keptMeanings({ folder, code: 'one' }, 'a', entries);
  await kept.take();
  assert.deepEqual(entries.map(meaningOf), [KEPT, meaningOf(unread(['']).at(1) ?? assert.fail())]);
  await writeFile(path, 'as it was');
  await kept.keep();
  assert.equal(await readFile(path, 'utf8'), 'as it was');
  kept.forget();
  assert.deepEqual(entries.map(meaningOf), unread().map(meaningOf));
});

test('a new release is read and kept, and what the others mean is taken', async (t) => {
  const { folder } = await scene(t);
  const grown = () => [
    ...entriesOf([aRelease({ version: '1.2.0', notes: ['- newest'], notesFrom: 'release' })]),
    ...unread(),
  ];
  for (const entries of [grown(), grown()]) {
    const kept = keptMeanings({ folder, code: 'one' }, 'a', entries);
    await kept.take();
    assert.equal(meaningOf(entries[0] ?? assert.fail()).items[0]?.text, 'newest');
    assert.deepEqual(meaningOf(entries[1] ?? assert.fail()), KEPT);
    await kept.keep();
  }
  const taken = grown();
  primeMeaning(taken[0] ?? assert.fail(), KEPT);
  await keptMeanings({ folder, code: 'one' }, 'a', taken).take();
  assert.equal(meaningOf(taken[0] ?? assert.fail()).items[0]?.text, 'newest');
});

interface Other {
  readonly code?: string;
  readonly notes?: string[];
  readonly edit?: (text: string) => string;
}

const OTHERS: Readonly<Record<string, Other>> = {
  'other code': { code: 'two' },
  'other notes': { notes: ['- second'] },
  'a file that is damaged': { edit: (text) => text.replace('nobody', 'anybody') },
  'half a file': { edit: (text) => text.slice(0, -1) },
  'an empty file': { edit: () => '' },
};

for (const [name, { code = 'one', notes = ['- first'], edit = (text: string) => text }] of Object.entries(
  OTHERS,
)) {
  test(`${name}: the notes are read, and kept anew`, async (t) => {
    const { folder, path, text } = await scene(t);
    await writeFile(path, edit(text));
    const entries = unread(notes);
    const kept = keptMeanings({ folder, code }, 'a', entries);
    await kept.take();
    const read = entries.map(meaningOf);
    assert.deepEqual(read[0]?.contributors, []);
    assert.deepEqual(
      read[0]?.items.map((item) => `- ${item.text}`),
      notes,
    );
    await kept.keep();
    const again = unread(notes);
    await keptMeanings({ folder, code }, 'a', again).take();
    assert.deepEqual(again.map(meaningOf), read);
    assert.notEqual(await readFile(path, 'utf8'), edit(text));
  });
}
