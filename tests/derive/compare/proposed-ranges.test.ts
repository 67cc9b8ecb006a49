import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { completeChoice, followChoice } from '../../../src/derive/compare/complete-choice.ts';
import { proposedRanges } from '../../../src/derive/compare/proposed-ranges.ts';
import { aProject } from '../../build-release.ts';
import { indexOf, inTurn } from './an-index.ts';

const VERSIONS = ['1.0.0', '1.1.0', '2.0.0', '2.1.0', '3.0.0-rc.1'];
const using = (...versions: readonly string[]) =>
  aProject({ lists: versions.map((uses, index) => ({ list: `l${index}`, uses })) });

/** What is proposed, a line each. */
function proposed(index: ReturnType<typeof indexOf>): string[] {
  return proposedRanges(index).map(({ from, to, title }) => `${title}: ${from} ${to}`);
}

describe('what is worth comparing', () => {
  for (const [what, index, lines] of [
    [
      'the last stable step, then the tracks',
      indexOf(inTurn(...VERSIONS)),
      ['Previous stable → latest: 2.0.0 2.1.0', 'Latest of 1 → latest: 1.1.0 2.1.0'],
    ],
    [
      'what is in use before all',
      indexOf(inTurn(...VERSIONS), using('1.0.0', '1.0.0', '2.1.0', '0.0.1')),
      [
        'In use (The l0) → latest: 1.0.0 2.1.0',
        'Previous stable → latest: 2.0.0 2.1.0',
        'Latest of 1 → latest: 1.1.0 2.1.0',
      ],
    ],
    [
      'nothing that was taken back',
      indexOf(inTurn('1.0.0', '1.1.0 yanked', '1.2.0', '1.3.0 deprecated')),
      ['Previous stable → latest: 1.0.0 1.2.0'],
    ],
    [
      'two pre-releases where there is nothing else',
      indexOf(inTurn('1.0.0-a.1', '1.0.0-a.2')),
      ['The last two: 1.0.0-a.1 1.0.0-a.2'],
    ],
    [
      'each line by its name',
      indexOf(
        inTurn('1.0-jre', '1.1-jre', '1.0-android', '1.1-android'),
        aProject({ package: parsePackage('pkg:maven/g/a') }),
      ),
      [
        'jre: Previous stable → latest: 1.0-jre 1.1-jre',
        'android: Previous stable → latest: 1.0-android 1.1-android',
      ],
    ],
    ['nothing of one release', indexOf(inTurn('1.0.0')), []],
    ['nothing of none', indexOf([]), []],
  ] as const) {
    test(`is ${what}`, () => assert.deepEqual(proposed(index), lines));
  }
});

describe('a choice of which something is missing', () => {
  const index = indexOf(inTurn(...VERSIONS));
  for (const [from, to, whole] of [
    ['', '', ['2.0.0', '2.1.0']],
    ['1.0.0', '', ['1.0.0', '2.1.0']],
    ['2.1.0', '', ['2.1.0', '3.0.0-rc.1']],
    ['', '2.0.0', ['1.1.0', '2.0.0']],
    ['', '1.0.0', ['1.0.0', '1.0.0']],
    ['banana', '', ['banana', 'banana']],
    ['1.0.0', 'banana', ['1.0.0', 'banana']],
  ] as const) {
    test(`“${from}” to “${to}” becomes ${whole.join(' to ')}`, () => {
      const choice = completeChoice(index, { from, to });
      assert.deepEqual([choice?.from, choice?.to], whole);
    });
  }

  test('stays undefined where there are no two versions', () => {
    assert.equal(completeChoice(indexOf(inTurn('1.0.0')), { from: '', to: '' }), undefined);
  });

  test('of two lines follows the version that was changed', () => {
    const guava = indexOf(
      inTurn('1-jre', '2-jre', '1-android', '2-android'),
      aProject({ package: parsePackage('pkg:maven/g/a') }),
    );
    const choice = { from: '1-android', to: '2-jre' };
    assert.deepEqual(followChoice(guava, choice, 'from'), { from: '1-android', to: '2-android' });
    assert.deepEqual(followChoice(guava, choice, 'to'), { from: '1-jre', to: '2-jre' });
    const same = { from: '2-jre', to: '1-jre' };
    assert.equal(followChoice(guava, same, 'from'), same);
  });
});
