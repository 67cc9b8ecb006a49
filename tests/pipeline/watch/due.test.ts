import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { duePackages, type Past } from '../../../src/pipeline/watch/due.ts';
import type { Followed } from '../../../src/pipeline/watch/followed.ts';
import { aFollowed, hoursAgo, NOW } from './a-package.ts';

interface Known {
  readonly askedAt?: Readonly<Record<string, string>>;
  readonly failures?: Readonly<Record<string, number>>;
  readonly pausedUntil?: Readonly<Record<string, string>>;
}

function due(followed: readonly Followed[], known: Known = {}, every = 60): string[] {
  const past: Past = {
    askedAt: (purl) => known.askedAt?.[purl.slice('pkg:npm/'.length)],
    failures: (purl) => known.failures?.[purl.slice('pkg:npm/'.length)],
    pausedUntil: (host) => known.pausedUntil?.[host],
  };
  return duePackages(followed, past, NOW, every).map(({ purl }) => purl.slice('pkg:npm/'.length));
}

describe('packages that are due', () => {
  test('everything, if nobody knows when it was asked: never read first, then the liveliest', () => {
    const followed = [
      aFollowed('quiet'),
      aFollowed('lively', { newestAt: hoursAgo(100) }),
      aFollowed('new', { newestAt: undefined }),
    ];
    assert.deepEqual(due(followed), ['new', 'lively', 'quiet']);
  });

  test('most overdue first', () => {
    const followed = ['a', 'b', 'c', 'd'].map((name) => aFollowed(name));
    const askedAt = { a: hoursAgo(25), b: hoursAgo(48), c: hoursAgo(23), d: hoursAgo(26) };
    assert.deepEqual(due(followed, { askedAt }), ['b', 'd', 'a']);
  });

  const rows: readonly [string, Followed, Known, boolean][] = [
    ['quiet, asked an hour ago', aFollowed('x'), { askedAt: { x: hoursAgo(1) } }, false],
    ['quiet, asked a day ago', aFollowed('x'), { askedAt: { x: hoursAgo(24) } }, true],
    ['fresh, asked an hour ago', fresh(), { askedAt: { x: hoursAgo(1) } }, true],
    ['fresh, asked an hour ago but for some seconds', fresh(), { askedAt: { x: hoursAgo(0.998) } }, true],
    ['fresh, asked half an hour ago', fresh(), { askedAt: { x: hoursAgo(0.5) } }, false],
    [
      'asked later than now, as a clock that went back has it',
      fresh(),
      { askedAt: { x: hoursAgo(-5) } },
      true,
    ],
    ['failed once, an hour ago', fresh(), { askedAt: { x: hoursAgo(1) }, failures: { x: 1 } }, false],
    ['failed once, two hours ago', fresh(), { askedAt: { x: hoursAgo(2) }, failures: { x: 1 } }, true],
    [
      'quiet and failed, six hours ago',
      aFollowed('x'),
      { askedAt: { x: hoursAgo(6) }, failures: { x: 9 } },
      true,
    ],
    ['failing before this process, an hour ago', broken(), { askedAt: { x: hoursAgo(1) } }, false],
    [
      'failing before this process, well since',
      broken(),
      { askedAt: { x: hoursAgo(1) }, failures: { x: 0 } },
      true,
    ],
    ['something waits', aFollowed('x', { waits: true }), { askedAt: { x: hoursAgo(1) } }, true],
    ['its host wants peace', fresh(), { pausedUntil: { npm: hoursAgo(-1) } }, false],
    ['its host wanted peace', fresh(), { pausedUntil: { npm: hoursAgo(0) } }, true],
    ['another host wants peace', fresh(), { pausedUntil: { 'pypi.org': hoursAgo(-1) } }, true],
  ];
  for (const [name, followed, known, isDue] of rows) {
    test(`${name}: ${isDue ? 'due' : 'not due'}`, () => {
      assert.deepEqual(due([followed], known), isDue ? ['x'] : []);
    });
  }
});

function fresh(): Followed {
  return aFollowed('x', { newestAt: hoursAgo(3) });
}

function broken(): Followed {
  return aFollowed('x', { newestAt: hoursAgo(3), isFailing: true });
}
