import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHECKED_A_RUN, chooseTags } from '../../../src/sources/oci/choose-tags.ts';
import { orderTags } from '../../../src/sources/oci/order-tags.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => `1.${index}.0`);
const all = () => true;

describe('the tags to ask about', () => {
  test('are all of them where there are few', () => {
    const ordered = orderTags(many(CHECKED_A_RUN));
    assert.deepEqual(chooseTags(ordered, all, '1.5.0'), { tags: ordered.tags, cursor: undefined });
  });

  test('are never more than a run bears', () => {
    for (const isHeld of [all, () => false]) {
      assert.equal(chooseTags(orderTags(many(10_000)), isHeld).tags.length, CHECKED_A_RUN);
    }
  });

  test('are the newest, the floating and the new ones first', () => {
    const ordered = orderTags([...many(1000), 'latest', '1', 'edge']);
    const { tags } = chooseTags(ordered, (tag) => tag !== '1.3.0');
    for (const tag of ['1.999.0', '1.980.0', '1.3.0', 'latest', 'edge', '1'])
      assert.ok(tags.includes(tag), tag);
  });

  test('hold the newest even where all are new', () => {
    const ordered = orderTags([...many(1000), ...many(100).map((tag) => `2.${tag}-alpine`)]);
    assert.equal(ordered.newest, '1.999.0');
    assert.ok(chooseTags(ordered, () => false).tags.includes('1.999.0'));
  });

  test('are each of 1,000 within 20 runs', () => {
    const ordered = orderTags(many(1000));
    const asked = new Set<string>();
    let cursor: string | undefined;
    for (let run = 0; run < 20; run += 1) {
      const choice = chooseTags(ordered, all, cursor);
      for (const tag of choice.tags) asked.add(tag);
      cursor = choice.cursor;
    }
    assert.equal(asked.size, 1000);
  });

  test('go on where they were, even if that tag is gone', () => {
    const ordered = orderTags(many(300));
    const { cursor = '' } = chooseTags(ordered, all);
    const others = orderTags(many(300).filter((tag) => tag !== cursor));
    const [before, after] = [ordered, others].map((tags) => chooseTags(tags, all, cursor).tags.slice(20));
    assert.deepEqual(before, after);
  });
});

describe('the order of tags', () => {
  for (const [tags, newest] of [
    [['1.9.0', '1.10.0', '1.10', 'latest'], '1.10.0'],
    [['1.9.0', '2.0.0-rc1'], '1.9.0'],
    [['1.9.0-alpine', '1.8.0'], '1.8.0'],
    [['1.9.0-alpine', '1.8.0-alpine'], '1.9.0-alpine'],
    [['stable', 'latest', 'edge'], 'latest'],
    [['edge'], 'edge'],
    [['2.0.0-rc1', '2.0.0-rc2'], '2.0.0-rc2'],
    [[], undefined],
  ] as const) {
    test(`of ${tags.join(' ')}: ${newest} speaks`, () => assert.equal(orderTags(tags).newest, newest));
  }
});
