import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { tally, withGithub } from './look-up.ts';

// The least that is promised is 25 requests for 1,000 repositories; here they are counted, in tests/bench/fetch.ts measured.

const NAMES = Array.from({ length: 1000 }, (_, number) => `acme/r${number}`);
const REPOSITORIES = NAMES.map((name) => makeRepository(name, 1));
const HELD = { upstream: { id: 'R_held', name: 'held' }, releases: [] };

function isProbe({ body }: Asked): boolean {
  return body.includes('fragment Probe');
}

test('1,000 repositories, one batch answered with 502: it is halved, and nothing is lost', async () => {
  let isBroken = false;
  const fault = (asked: Asked) => {
    if (isBroken || !isProbe(asked)) return undefined;
    isBroken = true;
    return { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>502 Bad Gateway</h1>' };
  };
  await withGithub(REPOSITORIES, { fault }, async ({ lookUp, queries }) => {
    assert.deepEqual(tally(await lookUp(NAMES, { held: HELD })), { listed: 1000 });
    const sizes = queries('fragment Probe').map(({ body }) => [...body.matchAll(/repository\(/g)].length);
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      1000 + 50,
      'only the batch that failed is asked for again',
    );
    // Four batches are under way when the first one fails; after that, all begin at half the size.
    assert.deepEqual(sizes, [...Array(4).fill(50), ...Array(34).fill(25)]);
  });
});
