import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFetchOptions, type TypedOptions } from '../../src/pipeline/fetch-options.ts';
import { ConfigError } from '../../src/platform/errors.ts';

const NONE: TypedOptions = {
  only: undefined,
  shard: undefined,
  out: undefined,
  apply: [],
  commit: false,
  push: false,
  accept: false,
};

describe('the options of a fetch', () => {
  test('say where what was read goes', () => {
    assert.equal(readFetchOptions(NONE).land, 'files');
    assert.equal(readFetchOptions({ ...NONE, commit: true }).land, 'commit');
    assert.equal(readFetchOptions({ ...NONE, push: true, apply: ['a', 'b'] }).land, 'push');
  });

  test('say what is asked', () => {
    const { only, shard, out } = readFetchOptions({ ...NONE, only: 'pkg:npm/a', shard: '1/2', out: 'x' });
    assert.deepEqual([only, shard, out], [new Set(['pkg:npm/a']), { index: 1, count: 2 }, 'x']);
    assert.ok(!('apply' in readFetchOptions(NONE)), 'nothing to apply is not: apply nothing');
  });

  for (const [typed, purl] of [
    ['pkg:npm/@octokit/core', 'pkg:npm/%40octokit/core'],
    [
      'pkg:gitlab/group/tool?repository_url=https://git.corp.example',
      'pkg:gitlab/group/tool?repository_url=git.corp.example',
    ],
    ['https://github.com/Acme/Tool', 'pkg:github/acme/tool'],
  ] as const) {
    test(`take ${typed} as what a watchlist means by it`, () => {
      assert.deepEqual(readFetchOptions({ ...NONE, only: typed }).only, new Set([purl]));
    });
  }

  test('name what is no package', () => {
    assert.throws(() => readFetchOptions({ ...NONE, only: 'axios' }), {
      name: 'ConfigError',
      message: /^fetch: .*axios.* is no purl/,
    });
  });

  test('accept for the named package alone', () => {
    const accept = (accepting: boolean) =>
      readFetchOptions({ ...NONE, only: 'pkg:npm/a', accept: accepting }).accepted;
    assert.deepEqual([accept(true), accept(false)], [new Set(['pkg:npm/a']), undefined]);
  });

  for (const clash of [
    { commit: true, push: true },
    { out: 'x', commit: true },
    { out: 'x', push: true },
    { out: 'x', apply: ['y'] },
    { apply: ['y'], only: 'pkg:npm/a' },
    { apply: ['y'], shard: '1/2' },
    { accept: true },
    { accept: true, only: 'pkg:npm/a', out: 'x' },
  ]) {
    test(`contradict one another: ${JSON.stringify(clash)}`, () => {
      assert.throws(
        () => readFetchOptions({ ...NONE, ...clash }),
        (error) => error instanceof ConfigError && error.remedy !== undefined,
      );
    });
  }
});
