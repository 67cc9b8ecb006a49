import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ofShard, readShard } from '../../src/pipeline/shard.ts';
import { ConfigError } from '../../src/platform/errors.ts';

const PURLS = Array.from({ length: 400 }, (_, index) => `pkg:npm/p${index}`);

describe('a part of a run', () => {
  test('is read as it is typed', () => {
    assert.deepEqual(readShard('2/4'), { index: 2, count: 4 });
    assert.equal(readShard(undefined), undefined);
  });

  for (const text of ['', '0/4', '5/4', '4', '1/0', '-1/4', '1/4/2', 'a/b', '1.5/2', ' 1/2']) {
    test(`is not “${text}”`, () => assert.throws(() => readShard(text), ConfigError));
  }

  test('has each package once, and about as many as the others', () => {
    const parts = [1, 2, 3, 4].map((index) => PURLS.filter((purl) => ofShard(purl, { index, count: 4 })));
    assert.deepEqual(parts.flat().toSorted(), PURLS.toSorted());
    for (const part of parts) assert.ok(part.length > 70 && part.length < 130, `${part.length}`);
    assert.ok(PURLS.every((purl) => ofShard(purl, undefined)));
  });
});
