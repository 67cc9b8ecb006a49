import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { type LookedUp, lookUpTask } from '../../src/pipeline/look-up.ts';
import { HostError } from '../../src/platform/errors.ts';
import type { Fetched, LookUp, Source } from '../../src/sources/source.ts';
import { aProject, aRecord, aRelease, aReply, hoursLater } from '../build-release.ts';
import { worldAt } from '../contract/world-at.ts';

const PURLS = ['a', 'b', 'c', 'd', 'e'].map((name) => `pkg:npm/${name}`);
const [A = '', B = '', C = '', D = '', E = ''] = PURLS;
const PLANNED = planFetch(PURLS.map((purl) => aProject({ id: purl, package: parsePackage(purl) })));
const NOWHERE = { origin: 'http://127.0.0.1:1', host: '127.0.0.1:1', asked: [], close: async () => {} };
const WORLD = worldAt(NOWHERE, { homes: {} });

/** Looks up the packages at a source that answers so, in this order. */
async function lookUp(
  replies: readonly (readonly [string, Fetched])[],
  more: Partial<PackageRecord> = {},
  at = hoursLater(25),
) {
  const asked: LookUp[] = [];
  const source: Source = {
    id: 'test',
    title: 'Test',
    types: ['npm'],
    gives: { date: '', notes: '', digests: '', deletion: '' },
    check: '',
    homes: '',
    example: { address: '', purl: '' },
    environment: {},
    async *fetch(lookUps) {
      asked.push(...lookUps);
      for (const [purl, fetched] of replies) yield { package: parsePackage(purl), fetched };
    },
  };
  const answers: LookedUp = new Map();
  const held = new Map([[B, aRecord({ package: B, upstream: { id: 'held' }, ...more })]]);
  const shown: string[] = [];
  const { title, run } = lookUpTask(source, PLANNED, held, WORLD, answers, at);
  const words = await run({ update: (text) => shown.push(text) });
  return { title, words, shown, answers, asked };
}

test('a source is asked once, with what is held, and its line counts', async () => {
  const down: Fetched = { status: 'failed', error: new HostError('down') };
  const { title, words, shown, asked, answers } = await lookUp([
    [C, { status: 'listed', listings: aReply([]), receipts: [] }],
    [A, { status: 'unchanged' }],
    [E, down],
    [B, { status: 'gone', reason: 'gone', code: 404 }],
    [D, { status: 'unchanged' }],
  ]);
  assert.equal(title, 'Test');
  assert.deepEqual(
    asked.map((one) => [one.package.purl, one.held?.upstream, one.fresh]),
    PURLS.map((purl) => (purl === B ? [purl, { id: 'held' }, false] : [purl, undefined, true])),
  );
  assert.deepEqual(shown, [
    '1 of 5, 1 read, 0 unchanged',
    '2 of 5, 1 read, 1 unchanged',
    '3 of 5, 1 read, 1 unchanged, 1 failed',
    '4 of 5, 1 read, 1 unchanged, 1 gone, 1 failed',
    '5 of 5, 1 read, 2 unchanged, 1 gone, 1 failed',
  ]);
  assert.equal(words, '1 read, 2 unchanged, 1 gone, 1 failed');
  assert.equal(answers.get(E), down);
});

test('a package without an answer is a failure, not an absence', async () => {
  const { words, answers } = await lookUp([[A, { status: 'unchanged' }]]);
  assert.equal(words, '0 read, 1 unchanged, 4 failed');
  for (const purl of [B, C, D, E]) {
    const fetched = answers.get(purl);
    assert.ok(fetched?.status === 'failed');
    assert.match(fetched.error.message, new RegExp(`test gave no answer for ${purl}`));
  }
});

const MISSING = aRelease({ missingSince: hoursLater(1) });
const WAITING: readonly [string, Partial<PackageRecord>, boolean][] = [
  ['nothing', {}, false],
  ['a missing release, when its day is over', { releases: [MISSING] }, true],
  [
    'a release that is missing for less',
    { releases: [{ ...MISSING, missingSince: hoursLater(1.1) }] },
    false,
  ],
  ['a withdrawn release no more', { releases: [{ ...MISSING, withdrawnAt: hoursLater(25) }] }, false],
  ['an unreachable package', { unreachableAt: hoursLater(1) }, true],
];
for (const [title, record, fresh] of WAITING) {
  test(`what waits for a second look is never “unchanged”: ${title}`, async () => {
    const { asked } = await lookUp([], record);
    assert.equal(asked.find((one) => one.package.purl === B)?.fresh, fresh);
  });
}
