import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fetched } from '../../../src/sources/source.ts';
import { anyListing } from '../../arbitrary.ts';
import { aReply } from '../../build-release.ts';
import { DOWN } from '../a-store.ts';
import { aHistory } from './a-history.ts';

const PURLS = ['pkg:npm/a', 'pkg:github/acme/tool', 'pkg:docker/acme/tool'];
const LIST = `title: Main
projects:
  - package: pkg:npm/a
    channels: [pkg:github/acme/tool]
  - package: pkg:docker/acme/tool
`;

const anyAnswer: fc.Arbitrary<Fetched> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.record({ releases: fc.array(anyListing, { maxLength: 5 }), complete: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
  .map((said) =>
    said === undefined
      ? DOWN
      : { status: 'listed', listings: aReply(said.releases, { complete: said.complete }), receipts: [] },
  );

const anyRuns = fc.array(
  fc.record({
    answers: fc.uniqueArray(fc.tuple(fc.constantFrom(...PURLS), anyAnswer), {
      minLength: 1,
      maxLength: 3,
      selector: ([purl]) => purl,
    }),
    wait: fc.constantFrom(0, 1, 23, 25, 7 * 24, 2000),
  }),
  { minLength: 2, maxLength: 7 },
);

test('whatever upstreams say, the history of the runs is proved', async (t) => {
  const property = fc.asyncProperty(anyRuns, async (runs) => {
    const history = await aHistory(t, LIST);
    let hours = 0;
    for (const { answers, wait } of runs) {
      hours += wait;
      await history.run(Object.fromEntries(answers), hours);
    }
    const { problems, commits } = await history.verify();
    assert.deepEqual(problems, []);
    assert.ok(commits > 0);
  });
  // Each example is a repository of some twenty commits.
  await fc.assert(property, { numRuns: 20 });
});
