import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePackage } from '../../../src/core/package.ts';
import { compareRange } from '../../../src/derive/compare/compare-range.ts';
import { daysInWords, rangeInWords, unansweredInWords } from '../../../src/derive/compare/compare-words.ts';
import { aProject } from '../../build-release.ts';
import { indexOf, inTurn, rangeOf, versionsOf } from './an-index.ts';

// 1.0.2 is a back-port: it came out after all others.
const TOOL = indexOf(
  inTurn('1.0.0', '1.0.1', '1.1.0', '2.0.0-rc.1', '2.0.0', '2.0.1 yanked', '2.1.0', '1.0.2'),
);

describe('the range between two versions', () => {
  for (const [from, to, releases, later] of [
    ['1.0.0', '1.0.1', '1.0.1', ''],
    ['1.0.0', '2.0.0', '2.0.0 2.0.0-rc.1 1.1.0 1.0.1', '1.0.2'],
    ['2.0.0-rc.1', '2.0.0', '2.0.0', ''],
    ['1.0.2', '2.0.0', '2.0.0 2.0.0-rc.1 1.1.0', ''],
    ['1.0.0', '1.0.2', '1.0.2 1.0.1', ''],
    ['2.1.0', '2.0.0', '2.1.0 2.0.1', ''],
    ['2.0.0', '2.0.0', '', ''],
  ] as const) {
    test(`${from} to ${to}: ${releases || 'nothing'}`, () => {
      const range = rangeOf(TOOL, from, to);
      assert.equal(versionsOf(range.releases), releases);
      assert.equal(versionsOf(range.later), later);
    });
  }

  test('is the same whichever way round it is asked for, and says so', () => {
    const [there, back] = [rangeOf(TOOL, '1.0.0', '2.1.0'), rangeOf(TOOL, '2.1.0', '1.0.0')];
    assert.deepEqual({ ...back, isSwapped: false }, there);
    assert.deepEqual([there.isSwapped, back.isSwapped], [false, true]);
  });

  for (const [from, to, words] of [
    [
      '1.0.0',
      '2.0.0',
      'A major step: 4 releases, 1 of them a pre-release, in 40 days. Of these, 1 marked as breaking.',
    ],
    ['1.0.0', '1.1.0', 'A minor step: 2 releases, in 20 days.'],
    ['2.0.0', '2.1.0', 'A minor step: 2 releases, in 20 days. Of these, 1 yanked.'],
    ['1.0.0', '1.0.1', 'A patch step: 1 release, in 10 days.'],
    ['1.1.0', '2.0.0-rc.1', 'A major step: 1 release, a pre-release, in 10 days.'],
    ['2.0.0-rc.1', '2.0.0', 'A step: 1 release, in 10 days. Of these, 1 marked as breaking.'],
    ['1.0.2', '1.1.0', 'A minor step: 1 release, to what came out 50 days earlier.'],
    ['2.0.0', '2.0.0', 'It is the same version: nothing lies between.'],
  ] as const) {
    test(`${from} to ${to}, in words`, () => assert.equal(rangeInWords(rangeOf(TOOL, from, to)), words));
  }

  test('below 1.0 a minor step may break', () => {
    const words = rangeInWords(rangeOf(indexOf(inTurn('0.1.0', '0.2.0')), '0.1.0', '0.2.0'));
    assert.equal(
      words,
      'A minor step that may break: 1 release, in 10 days. Of these, 1 marked as breaking.',
    );
  });

  test('says from when to when', () => {
    assert.equal(daysInWords(rangeOf(TOOL, '1.0.0', '1.0.1')), '1 January 2026 to 11 January 2026');
  });
});

describe('two versions that cannot be compared', () => {
  const refusal = (index: typeof TOOL, from: string, to: string) => {
    const range = compareRange(index, from, to);
    return 'problem' in range ? unansweredInWords(index, range) : 'compared';
  };

  for (const [version, words] of [
    [
      '1.0.5',
      'No release of Tool that is held here is called “1.0.5”. Next to it are 1.0.2 and 1.1.0. Choose one of the list.',
    ],
    [
      '0.1.0',
      'No release of Tool that is held here is called “0.1.0”. Next to it is 1.0.0. Choose one of the list.',
    ],
    [
      '9.0.0',
      'No release of Tool that is held here is called “9.0.0”. Next to it is 2.1.0. Choose one of the list.',
    ],
    ['banana', 'No release of Tool that is held here is called “banana”. Choose one of the list.'],
  ] as const) {
    test(`${version} is told, with what is next to it`, () => {
      assert.equal(refusal(TOOL, version, '2.0.0'), words);
      assert.equal(refusal(TOOL, '2.0.0', version), words);
    });
  }

  test('of two variants are told', () => {
    const guava = indexOf(
      inTurn('33.0-jre', '33.0-android'),
      aProject({ package: parsePackage('pkg:maven/g/guava') }),
    );
    assert.match(
      refusal(guava, '33.0-jre', '33.0-android'),
      /^33\.0-jre and 33\.0-android do not follow one another/,
    );
  });

  for (const [given, found] of [
    ['v1.1.0', '1.1.0'],
    ['1.1.0+build', '1.1.0'],
  ] as const) {
    test(`but ${given} is another spelling of ${found}`, () => {
      assert.equal(rangeOf(TOOL, given, '2.0.0').from.version, found);
    });
  }

  test('and a tag goes before a spelling', () => {
    const project = aProject({ package: parsePackage('pkg:github/acme/tool') });
    const index = indexOf(inTurn('v1.0.0', '1.0.0', 'v1.1.0'), project);
    assert.equal(rangeOf(index, '1.0.0', 'v1.1.0').from.ref, undefined);
    assert.equal(rangeOf(index, 'v1.0.0', 'v1.1.0').from.ref, 'v1.0.0');
  });
});

const versions = fc.uniqueArray(
  fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom('', '', '-rc.1', '-beta.2'))
    .map(([a, b, c, end]) => `${a}.${b}.${c}${end}`),
  { minLength: 2, maxLength: 15 },
);

test('the order in which releases are given does not count, and every version is in exactly one part', () => {
  fc.assert(
    fc.property(versions, fc.nat(), fc.nat(), fc.infiniteStream(fc.nat()), (given, a, b, draws) => {
      const [from = '', to = ''] = [given[a % given.length], given[b % given.length]];
      const releases = inTurn(...given);
      const shuffled = releases.toSorted(() => ((draws.next().value ?? 0) % 2) - 0.5);
      const range = rangeOf(indexOf(releases), from, to);
      assert.deepEqual(rangeOf(indexOf(shuffled), from, to), range);
      const all = indexOf(releases).lines[0]?.releases ?? [];
      const [low, high] = [
        all.findIndex(({ version }) => version === range.from.version),
        all.findIndex(({ version }) => version === range.to.version),
      ];
      const parts = [...range.releases, ...range.later].map(({ version }) => version);
      assert.deepEqual(
        parts.toSorted(),
        all
          .slice(low + 1, high + 1)
          .map(({ version }) => version)
          .toSorted(),
      );
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('releases of one day are told so', () => {
  const same = inTurn('1.0.0', '1.0.1').map((one) => ({ ...one, publishedAt: '2026-01-01T00:00:00Z' }));
  assert.equal(
    rangeInWords(rangeOf(indexOf(same), '1.0.0', '1.0.1')),
    'A patch step: 1 release, on one day.',
  );
});

test('releases that are all pre-releases are told so', () => {
  const index = indexOf(inTurn('1.0.0-a.1', '1.0.0-a.2', '1.0.0-a.3'));
  assert.equal(
    rangeInWords(rangeOf(index, '1.0.0-a.1', '1.0.0-a.3')),
    'From one pre-release to another: 2 releases, all of them pre-releases, in 20 days.',
  );
});
