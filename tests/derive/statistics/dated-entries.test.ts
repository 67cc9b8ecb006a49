import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { datedEntries } from '../../../src/derive/statistics/dated-entries.ts';
import { aRelease, entriesOf, hoursLater, IMPORTED } from '../../build-release.ts';

describe('a release whose day is known', () => {
  for (const [name, fields, importedAt, isDated] of [
    ['was dated by upstream, before the import', { seenAt: IMPORTED }, IMPORTED, true],
    ['was seen after the import', { publishedAt: undefined, seenAt: hoursLater(1) }, IMPORTED, true],
    [
      'is none that was there, undated, at the import',
      { publishedAt: undefined, seenAt: IMPORTED },
      IMPORTED,
      false,
    ],
    [
      'is no undated one of a package never read',
      { publishedAt: undefined, seenAt: IMPORTED },
      undefined,
      false,
    ],
  ] as const) {
    test(name, () => {
      const entries = entriesOf([aRelease({ version: '1.0.0', ...fields })]);
      assert.equal(datedEntries(entries, importedAt).length, isDated ? 1 : 0);
    });
  }
});
