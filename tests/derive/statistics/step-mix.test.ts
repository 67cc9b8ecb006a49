import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mixRows } from '../../../src/derive/statistics/chart-rows.ts';
import { stepMix } from '../../../src/derive/statistics/step-mix.ts';
import { aRelease, entriesOf } from '../../build-release.ts';

function mixOf(versions: readonly string[], fields = {}) {
  const entries = entriesOf(versions.map((version) => aRelease({ version, ...fields })));
  return mixRows(stepMix(entries)).map(({ name, count }) => `${name} ${count}`);
}

describe('the mix of steps', () => {
  for (const [name, versions, expected] of [
    ['nothing', [], ['Major 0', 'Minor 0', 'Patch 0', 'Pre-release 0']],
    [
      'each kind',
      ['1.0.0', '1.1.0', '1.1.1', '1.1.2', '2.0.0-rc.1'],
      ['Major 1', 'Minor 1', 'Patch 2', 'Pre-release 1'],
    ],
    [
      'what is no version',
      ['1.0.0', 'summer'],
      ['Major 1', 'Minor 0', 'Patch 0', 'Pre-release 0', 'No version of its scheme 1'],
    ],
  ] as const) {
    test(name, () => assert.deepEqual(mixOf(versions), expected));
  }

  test('upstream’s word makes a pre-release', () => {
    assert.deepEqual(mixOf(['1.0.0'], { prerelease: true }), [
      'Major 0',
      'Minor 0',
      'Patch 0',
      'Pre-release 1',
    ]);
  });
});
