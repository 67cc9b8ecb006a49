import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  parseFollowed,
  readShared,
  toggleFollowed,
  withoutShared,
  writeShared,
} from '../../../src/components/reader/follow-set.ts';

describe('the set of what is followed', () => {
  const KEPT: readonly (readonly [kept: unknown, ids: string[]])[] = [
    [undefined, []],
    ['axios', []],
    [{ 0: 'axios' }, []],
    [
      ['axios', 'knex', 'axios'],
      ['axios', 'knex'],
    ],
    [['axios', 7, null, '', 'A', '../x', '<b>', 'x'.repeat(65)], ['axios']],
  ];
  for (const [kept, ids] of KEPT) {
    test(`of ${JSON.stringify(kept)} is ${ids.join(', ') || 'empty'}`, () => {
      assert.deepEqual(parseFollowed(kept), ids);
    });
  }

  test('takes a project in, and lets it go', () => {
    assert.deepEqual(toggleFollowed(['axios'], 'knex'), ['axios', 'knex']);
    assert.deepEqual(toggleFollowed(['axios', 'knex'], 'axios'), ['knex']);
  });
});

describe('a set that is shared', () => {
  test('is an address, the same whatever came first', () => {
    assert.equal(writeShared(['knex', 'axios', 'highlight.js']), '?follow=axios,highlight.js,knex');
    assert.deepEqual(readShared('?follow=axios,highlight.js,knex'), ['axios', 'highlight.js', 'knex']);
  });

  test('is none where no project is named', () => {
    for (const search of ['', '?q=axios', '?follow=', '?follow=,', '?follow=%3Cb%3E']) {
      assert.equal(readShared(search), undefined, search);
    }
  });

  test('leaves an address with all else', () => {
    assert.equal(withoutShared('?follow=a,b'), '');
    assert.equal(withoutShared('?q=x&follow=a'), '?q=x');
  });
});
