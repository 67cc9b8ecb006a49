import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  isNew,
  isUnread,
  markAllRead,
  markAs,
  openVisit,
  parseVisits,
  type Visits,
} from '../../../src/components/reader/visits.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00Z`;
const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 20, 12);
const KEPT: Visits = {
  since: day(10),
  latest: day(15),
  openAt: NOON,
  before: undefined,
  read: ['a'],
  unread: ['old'],
};
const seen = (id: string, came: string) => ({ id, came });

describe('a visit', () => {
  test('that is the first has nothing new', () => {
    const visits = openVisit(undefined, day(20), NOON);
    assert.equal(isUnread(visits, seen('x', day(20))), false);
    assert.equal(visits.before, undefined);
  });

  test('begins where something newer is there, and what came since the last one is new', () => {
    const visits = openVisit(KEPT, day(20), NOON + HOUR);
    assert.deepEqual(visits, {
      since: day(15),
      latest: day(20),
      openAt: NOON + HOUR,
      before: NOON,
      read: [],
      unread: ['old'],
    });
    assert.equal(isNew(visits, seen('x', day(15))), false);
    assert.equal(isNew(visits, seen('x', day(16))), true);
  });

  const GO_ON: readonly (readonly [what: string, newest: string, now: number])[] = [
    ['while nothing newer is there, however long', day(15), NOON + 1000 * HOUR],
    ['within half an hour, though something newer came', day(16), NOON + HOUR / 2 - 1],
  ];
  for (const [what, newest, now] of GO_ON) {
    test(`goes on ${what}`, () => {
      assert.deepEqual(openVisit(KEPT, newest, now), { ...KEPT, latest: newest, openAt: now });
    });
  }

  test('begins after exactly half an hour', () => {
    assert.equal(openVisit(KEPT, day(16), NOON + HOUR / 2).since, day(15));
  });

  test('begins by the data alone where the clock went back', () => {
    assert.equal(openVisit(KEPT, day(16), NOON - 1000 * HOUR).since, day(15));
  });

  test('on an older site holds nothing that lies ahead of it', () => {
    const visits = openVisit(KEPT, day(8), NOON + HOUR);
    assert.deepEqual([visits.since, visits.latest], [day(8), day(8)]);
    assert.equal(openVisit(visits, day(15), NOON + 9 * HOUR).since, day(8));
  });
});

describe('what is read', () => {
  test('is marked and unmarked, new or old', () => {
    for (const one of [seen('new', day(12)), seen('past', day(9))]) {
      for (const state of ['unread', 'read', 'unread'] as const) {
        const once = markAs(KEPT, one, state);
        assert.equal(isUnread(once, one), state === 'unread');
        assert.deepEqual(markAs(once, one, state), once, 'twice is once');
      }
    }
  });

  test('is kept for the others', () => {
    const visits = markAs(KEPT, seen('b', day(12)), 'read');
    assert.equal(isUnread(visits, seen('a', day(12))), false);
    assert.equal(isUnread(visits, seen('c', day(12))), true);
    assert.equal(isUnread(visits, seen('old', day(1))), true);
  });

  test('is all at once, up to what the page knows', () => {
    const visits = markAllRead(KEPT, day(15));
    assert.equal(isUnread(visits, seen('b', day(15))), false);
    assert.equal(isUnread(visits, seen('old', day(1))), false);
    assert.equal(isUnread(visits, seen('later', day(16))), true);
  });

  test('stays so where another tab marked what the page does not know', () => {
    const visits = markAllRead({ ...KEPT, latest: day(19), read: ['later'] }, day(15));
    assert.equal(isUnread(visits, seen('later', day(16))), false);
  });

  test('never becomes less, where another tab knows more', () => {
    assert.equal(markAllRead({ ...KEPT, since: day(18), latest: day(19) }, day(15)).since, day(18));
    assert.equal(markAllRead({ ...KEPT, since: day(18), latest: day(19) }, day(15)).latest, day(19));
  });

  test('does not grow for ever', () => {
    let visits = KEPT;
    for (let number = 0; number < 600; number += 1)
      visits = markAs(visits, seen(`${number}`, day(12)), 'read');
    assert.equal(visits.read.length, 500);
    assert.equal(visits.read.at(-1), '599');
  });
});

describe('visits that were kept', () => {
  test('are read as they were written', () => {
    for (const kept of [KEPT, { ...KEPT, before: NOON - HOUR }])
      assert.deepEqual(parseVisits(JSON.parse(JSON.stringify(kept))), kept);
  });

  const GARBLED: readonly unknown[] = [
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { ...KEPT, since: 'yesterday' },
    { ...KEPT, latest: 5 },
    { ...KEPT, openAt: '5' },
    { ...KEPT, openAt: null },
    { ...KEPT, openAt: 1e300 },
  ];
  for (const kept of GARBLED) {
    test(`are none in ${JSON.stringify(kept)}`, () => assert.equal(parseVisits(kept), undefined));
  }

  test('lose only what is wrong', () => {
    const visits = parseVisits({ ...KEPT, before: 'x', read: ['a', 7, 'a'], unread: { 0: 'b' } });
    assert.deepEqual(visits, { ...KEPT, read: ['a'], unread: [] });
  });
});
