import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../../src/core/change.ts';
import type { Release } from '../../../src/core/release.ts';
import { conductOf } from '../../../src/derive/statistics/conduct.ts';
import { aRecord, aRelease, hoursLater, IMPORTED } from '../../build-release.ts';
import { aChange } from '../build-change.ts';

const AS_OF = hoursLater(100);
const commit = 'c0ffee0';
const version = '1.0.0';
const file = { name: 'tool.tgz', size: 1 };
const sealed = { ...file, digest: `sha256:${'a'.repeat(64)}` };
/** Watched from its first day, by a source that has notes. */
const fresh: Partial<Release> = {
  publishedAt: hoursLater(10),
  seenAt: hoursLater(11),
  notesFrom: 'release',
  notes: ['Good.'],
};

/** What is found in how many, for releases with these fields (the first is version 1.0.0) and these changes. */
function conduct(
  releases: readonly Partial<Release>[],
  changes: readonly Change[] = [],
  vouching: readonly string[] = [],
) {
  const record = aRecord({
    releases: releases.map((fields, index) => aRelease({ version: `1.${index}.0`, ...fields })),
  });
  const all = conductOf([{ type: 'npm', record, changes }], new Set(vouching), AS_OF);
  return Object.entries(all).flatMap(([key, one]) =>
    one === undefined ? [] : [`${key} ${one.found}/${one.of}`],
  );
}

type Row = readonly [string, readonly Partial<Release>[], readonly Change[], readonly string[]];

describe('conduct', () => {
  const rows: readonly Row[] = [
    ['of nothing is not observable', [], [], []],
    ['of history without anything to tell by is not observable', [{}], [], []],
    ['a tag stayed', [{ commit }, {}], [], ['moved 0/1']],
    [
      'a tag moved, twice',
      [{ commit }, { commit }],
      [aChange('tag-moved', { version }), aChange('tag-moved', { version })],
      ['moved 1/2'],
    ],
    [
      'a file was replaced',
      [{ assets: [sealed] }],
      [aChange('asset-replaced', { version })],
      ['replaced 1/1', 'digests 1/1'],
    ],
    [
      'a file was added, which is none',
      [{ assets: [sealed] }],
      [aChange('asset-added', { version })],
      ['replaced 0/1', 'digests 1/1'],
    ],
    ['files are counted, each', [{ assets: [sealed, file] }], [], ['replaced 0/1', 'digests 1/2']],
    [
      'a file with neither digest nor size tells of no replacement',
      [{ assets: [{ name: 'a' }] }],
      [],
      ['digests 0/1'],
    ],
    ['notes were there', [fresh], [], ['late 0/1']],
    ['notes came late', [fresh], [aChange('notes-edited', { version, before: ['TBD'] })], ['late 1/1']],
    [
      'notes were edited, which is not late',
      [fresh],
      [aChange('notes-edited', { version, before: ['Well.'] })],
      ['late 0/1'],
    ],
    ['notes never came', [fresh, { ...fresh, notes: undefined }], [], ['late 1/2']],
    [
      'notes may come on the first day',
      [fresh, { ...fresh, notes: undefined, publishedAt: hoursLater(80), seenAt: hoursLater(81) }],
      [],
      ['late 0/1'],
    ],
    [
      'notes of history were not watched',
      [fresh, { notesFrom: 'release', notes: undefined, seenAt: IMPORTED }],
      [],
      ['late 0/1'],
    ],
    ['a source without notes has none late', [{ ...fresh, notes: undefined, notesFrom: undefined }], [], []],
  ];
  for (const [name, releases, changes, expected] of rows) {
    test(name, () => assert.deepEqual(conduct(releases, changes), expected));
  }

  test('upstream vouches where its type of package can', () => {
    const releases = [{ provenance: 'https://slsa.dev/provenance/v1' }, { immutable: true }, {}] as const;
    assert.deepEqual(conduct(releases, [], ['npm']), ['vouched 2/3']);
    assert.deepEqual(conduct(releases, [], ['github']), []);
  });
});
