import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../src/core/change.ts';
import { CHANGE_KINDS, isChangeKind } from '../../src/core/change.ts';
import { notesHash } from '../../src/core/notes.ts';
import { detailOf, type History } from '../../src/derive/change-detail.ts';
import { CHANGE_WORDS } from '../../src/derive/change-words.ts';
import { groupChanges } from '../../src/derive/group-changes.ts';
import { aRelease } from '../build-release.ts';
import { aChange, recut } from './build-change.ts';

function detail(changes: readonly Change[], history: History = { release: undefined, changes }) {
  const [item] = groupChanges(changes);
  assert.ok(item !== undefined);
  return detailOf(item, history);
}

describe('what an item of the ledger says', () => {
  test('of one change is what happened, and to what', () => {
    assert.equal(detail([aChange('asset-replaced', { subject: 'a.zip' })]).words, 'file replaced: a.zip');
    assert.equal(detail([aChange('tag-moved', { subject: '1.0.0' })]).words, 'tag moved');
    assert.equal(detail([aChange('retitled', { before: 'a', after: 'b' })]).after?.short, 'b');
  });

  test('of many edits is how many and from where to where', () => {
    const { words, diff, replaced } = detail(recut(57));
    assert.equal(words, 'notes of 57 versions edited at once: 1.0.0 … 1.56.0');
    assert.deepEqual([diff, replaced], [undefined, undefined]);
  });

  test('of many imports is how many', () => {
    const imports = ['a', 'b', 'c', 'd'].map((name) => aChange('imported', { package: `pkg:npm/${name}` }));
    assert.equal(detail(imports).words, '4 packages read for the first time');
  });

  const edit = aChange('notes-edited', { before: ['three tides'], after: notesHash('five tides') });

  test('of edited notes is the comparison', () => {
    const { diff, replaced } = detail([edit], {
      release: aRelease({ notes: ['five tides'] }),
      changes: [edit],
    });
    assert.deepEqual(diff?.hunks, [
      [
        { kind: 'removed', text: 'three' },
        { kind: 'added', text: 'five' },
        { kind: 'same', text: ' tides' },
      ],
    ]);
    assert.equal(replaced, undefined);
  });

  test('of edited notes whose later text is not held is what stood there', () => {
    const { diff, replaced } = detail([edit]);
    assert.equal(diff, undefined);
    assert.deepEqual(replaced?.hunks, [[{ kind: 'removed', text: 'three tides' }]]);
  });
});

describe('the words of a kind', () => {
  for (const kind of Object.keys(CHANGE_KINDS).filter(isChangeKind)) {
    test(`${kind}: words in lower case, and a sentence`, () => {
      const { words, means } = CHANGE_WORDS[kind];
      assert.match(words, /^[a-z][^.]+$/);
      assert.match(means, /^[A-Z].+\.$/);
    });
  }

  test('are different for each', () => {
    const all = Object.values(CHANGE_WORDS).map(({ words }) => words);
    assert.equal(new Set(all).size, all.length);
  });
});
