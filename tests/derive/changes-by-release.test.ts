import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChangeKind } from '../../src/core/change.ts';
import { changesByRelease } from '../../src/derive/changes-by-release.ts';
import { toChange } from '../../src/store/classify.ts';
import { hoursLater, IMPORTED } from '../build-release.ts';

const change = (kind: ChangeKind, purl: string, version: string | undefined, hours: number) =>
  toChange({ kind }, purl, version, hoursLater(hours));

describe('changes by release', () => {
  test('are those of one version of one package, in the order of the ledger', () => {
    const grouped = changesByRelease([
      toChange({ kind: 'imported' }, 'pkg:npm/a', undefined, IMPORTED),
      change('published', 'pkg:npm/a', '1', 1),
      change('published', 'pkg:npm/b', '1', 2),
      change('yanked', 'pkg:npm/a', '1', 3),
      change('published', 'pkg:npm/a', '2', 4),
    ]);
    const kinds = (purl: string, version: string) =>
      grouped
        .get(purl)
        ?.get(version)
        ?.map(({ kind }) => kind);
    assert.deepEqual(kinds('pkg:npm/a', '1'), ['published', 'yanked']);
    assert.deepEqual(kinds('pkg:npm/a', '2'), ['published']);
    assert.deepEqual(kinds('pkg:npm/b', '1'), ['published']);
    assert.deepEqual([kinds('pkg:npm/b', '2'), grouped.size], [undefined, 2]);
  });
});
