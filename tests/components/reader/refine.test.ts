import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  fits,
  isNarrow,
  NOTHING,
  type Refined,
  type Refinement,
} from '../../../src/components/reader/refine.ts';

const ENTRY: Refined = {
  project: 'axios',
  tags: ['site', 'tools'],
  sources: ['npm', 'github'],
  steps: ['minor', 'patch'],
  marks: ['security'],
  text: 'axios axios 1.21.0',
};

const CASES: readonly (readonly [what: string, Partial<Refinement>, stays: boolean])[] = [
  ['nothing', {}, true],
  ['a part of the name', { q: 'axi' }, true],
  ['name and version, in capitals', { q: ' 1.21 AXIOS ' }, true],
  ['a word that is not there', { q: 'axios knex' }, false],
  ['blanks', { q: '   ' }, true],
  ['one of its tags', { tag: 'tools' }, true],
  ['another tag', { tag: 'tool' }, false],
  ['one of its sources', { source: 'github' }, true],
  ['another source', { source: 'pypi' }, false],
  ['one of its steps', { step: ['major', 'patch'] }, true],
  ['other steps', { step: ['major', 'prerelease'] }, false],
  ['a mark that it has', { only: ['security'] }, true],
  ['a mark that it lacks', { only: ['security', 'breaking'] }, false],
  ['what is followed', { only: ['followed'] }, false],
  ['no pre-releases', { hide: ['pre'] }, true],
  ['several parts, one of which it does not fit', { tag: 'site', source: 'npm', q: 'knex' }, false],
];

describe('an entry of a page that is narrowed to', () => {
  for (const [what, refinement, stays] of CASES) {
    test(`${what} ${stays ? 'stays' : 'goes'}`, () => {
      assert.equal(fits(ENTRY, { ...NOTHING, ...refinement }, ['knex']), stays);
    });
  }

  test('what is followed stays if its project is', () => {
    assert.equal(fits(ENTRY, { ...NOTHING, only: ['followed'] }, ['knex', 'axios']), true);
  });

  test('no pre-releases goes if it is one', () => {
    assert.equal(fits({ ...ENTRY, marks: ['pre'] }, { ...NOTHING, hide: ['pre'] }, []), false);
  });
});

test('each part narrows by itself, and blanks do not', () => {
  assert.equal(isNarrow(NOTHING), false);
  assert.equal(isNarrow({ ...NOTHING, q: ' ' }), false);
  const parts: readonly Partial<Refinement>[] = [
    { q: 'a' },
    { tag: 'a' },
    { source: 'npm' },
    { hide: ['pre'] },
    { only: ['breaking'] },
    { step: ['major'] },
  ];
  for (const part of parts) assert.equal(isNarrow({ ...NOTHING, ...part }), true, JSON.stringify(part));
});
