import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { CHANGE_KINDS, type Change, isChangeKind } from '../../src/core/change.ts';
import { toChange } from '../../src/store/classify.ts';
import { aRelease } from '../build-release.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';
import { feedOf } from './read-feeds.ts';

const CHANGED = '2026-11-05T00:00:00Z';
const PUBLISHED = '2026-09-01T12:00:00Z';

describe('the date of change of a feed entry', () => {
  const SIGNIFICANT = [
    'promoted',
    'notes-edited',
    'asset-replaced',
    'tag-moved',
    'yanked',
    'withdrawn',
    'deprecated',
  ];

  async function updatedAfter(t: TestContext, ...changes: readonly Change[]): Promise<string | undefined> {
    stubRenderer();
    const view = aView([aRelease({ version: '1.0.0' })]);
    return (await feedOf(t, aSite([view], { changes }))).items[0]?.date_modified;
  }

  function change(kind: Change['kind'], fields: Partial<Change> = {}): Change {
    return { ...toChange({ kind }, 'pkg:npm/tool', '1.0.0', CHANGED), ...fields };
  }

  for (const kind of Object.keys(CHANGE_KINDS).filter(isChangeKind)) {
    const isSignificant = SIGNIFICANT.includes(kind);
    test(`${isSignificant ? 'moves' : 'stays'} when it is ${kind}`, async (t) => {
      assert.equal(await updatedAfter(t, change(kind)), isSignificant ? CHANGED : PUBLISHED);
    });
  }

  test('is that of the last such change, in whatever order they stand', async (t) => {
    const later = '2026-11-09T00:00:00Z';
    assert.equal(await updatedAfter(t, change('yanked', { at: later }), change('tag-moved')), later);
    assert.equal(await updatedAfter(t, change('tag-moved'), change('yanked', { at: later })), later);
  });

  test('is never before the publication', async (t) => {
    assert.equal(await updatedAfter(t, change('yanked', { at: '2026-01-01T00:00:00Z' })), PUBLISHED);
  });

  test('is not moved by another version or another package', async (t) => {
    const others = [change('yanked', { version: '2.0.0' }), change('yanked', { package: 'pkg:npm/other' })];
    assert.equal(await updatedAfter(t, ...others), PUBLISHED);
  });
});
