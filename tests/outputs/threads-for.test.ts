import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../src/derive/entry.ts';
import { isLarge, threadsFor } from '../../src/outputs/threads-for.ts';
import { aRelease } from '../build-release.ts';
import { aView } from './build-site.ts';

const [entry] = aView([aRelease()]).entries;

/** So many releases, as one project. */
function holding(releases: number) {
  const entries: Entry[] = Array(releases).fill(entry);
  return [{ ...aView([]), entries }];
}

const TABLE = [
  { fresh: 1_999, cores: 8, threads: 1, why: 'they take longer to start than to write so little' },
  { fresh: 2_000, cores: 1, threads: 1, why: 'there is one core' },
  { fresh: 2_000, cores: 2, threads: 2, why: 'one a core' },
  { fresh: 200_000, cores: 8, threads: 4, why: 'four at most' },
];

for (const { fresh, cores, threads, why } of TABLE) {
  test(`${threads} for ${fresh} releases on ${cores} cores: ${why}`, () => {
    assert.equal(threadsFor(holding(fresh), cores), threads);
  });
}

test('a site is large above 30,000 releases', () => {
  assert.equal(isLarge({ projects: holding(30_000) }), false);
  assert.equal(isLarge({ projects: holding(30_001) }), true);
});
