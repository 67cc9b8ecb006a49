import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { type LookedUp, lookUpTask } from '../../src/pipeline/look-up.ts';
import { HostError } from '../../src/platform/errors.ts';
import type { Fetched, LookUp, Source } from '../../src/sources/source.ts';
import { aReply } from '../build-release.ts';
import { worldAt } from '../contract/world-at.ts';

const PURLS = ['a', 'b', 'c', 'd', 'e'].map((name) => `pkg:npm/${name}`);
const [A = '', B = '', C = '', D = '', E = ''] = PURLS;
const LOOK_UPS = PURLS.map((purl) => ({
  package: parsePackage(purl),
  since: undefined,
  held: undefined,
  fresh: purl === 'pkg:npm/b',
}));
const NOWHERE = { origin: 'http://127.0.0.1:1', host: '127.0.0.1:1', asked: [], close: async () => {} };
const WORLD = worldAt(NOWHERE, { homes: {} });

/** Looks up the packages at a source that answers so, in this order. */
async function lookUp(replies: readonly (readonly [string, Fetched])[]) {
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
  const shown: string[] = [];
  const { title, run } = lookUpTask(source, LOOK_UPS, WORLD, answers);
  const words = await run({ update: (text) => shown.push(text) });
  return { title, words, shown, answers, asked };
}

test('a source is asked once, and its line counts', async () => {
  const down: Fetched = { status: 'failed', error: new HostError('down') };
  const { title, words, shown, asked, answers } = await lookUp([
    [C, { status: 'listed', listings: aReply([]), receipts: [] }],
    [A, { status: 'unchanged' }],
    [E, down],
    [B, { status: 'gone', reason: 'gone', code: 404 }],
    [D, { status: 'unchanged' }],
  ]);
  assert.equal(title, 'Test');
  assert.deepEqual(asked, LOOK_UPS);
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
