import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { hoursLater } from '../build-release.ts';
import { IS_FULL, tell } from '../trust.ts';
import { type Chance, createChance } from './chance.ts';
import { assertAsModel } from './compare-with-model.ts';
import { createModel } from './model.ts';
import { readLines, readReleases } from './read-plainly.ts';
import { manyPurls, simulate } from './simulation.ts';
import { toAnswer, trueRelease } from './true-release.ts';

const SEED = 1970;
const RUNS = IS_FULL ? 400 : 60;
const LEAP = 20;
const PURLS = manyPurls(6);
const DATES = ['1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z', undefined, '2026-10-31T12:00:00Z'] as const;

// Hours that the clock is off in a run.
const CLOCKS: readonly (readonly [name: string, hoursOff: (round: number, chance: Chance) => number])[] = [
  ['a day off, either way', (_, chance) => chance.pick([-24, 0, 24])],
  ['a day off, and once by a week', (round, chance) => (round === LEAP ? 168 : chance.pick([-24, 0, 24]))],
  ['an hour off, and once by three days', (round, chance) => (round === LEAP ? 72 : chance.below(3) - 1)],
];

/** Asserts that a data folder is in order, and that what was there before is there still, in the same order. */
function orderKeeper(data: string) {
  let orders = new Map<string, string[]>();
  let told: string[] = [];
  return async () => {
    const held = await readReleases(data);
    const versions = new Map([...held].map(([purl, all]) => [purl, all.map(({ version }) => version)]));
    for (const [purl, before] of orders) {
      const known = new Set(before);
      assert.deepEqual(
        versions.get(purl)?.filter((version) => known.has(version)),
        before,
        purl,
      );
    }
    const lines = await readLines(data);
    const moments = lines.map(({ at }) => at);
    assert.deepEqual(moments, moments.toSorted(), 'the moments of the ledger');
    const texts = lines.map((line) => JSON.stringify(line));
    const now = new Set(texts);
    assert.deepEqual(
      told.filter((line) => !now.has(line)),
      [],
    );
    [orders, told] = [versions, texts];
  };
}

async function runByClock(t: TestContext, hoursOff: (round: number, chance: Chance) => number) {
  const chance = createChance(SEED);
  const model = createModel();
  for (const purl of PURLS) {
    model.found(
      purl,
      DATES.map((publishedAt, number) => trueRelease(purl, number, { publishedAt })),
    );
  }
  const { data, run } = await simulate(t, PURLS);
  const assertOrder = orderKeeper(data);
  for (let round = 0; round < RUNS; round += 1) {
    const purl = PURLS[chance.below(PURLS.length)] ?? '';
    if (round === LEAP || (round > 0 && chance.happens(0.7))) {
      const publishedAt = chance.pick(DATES);
      model.publish(purl, trueRelease(purl, model.listOf(purl).size, { publishedAt }));
    }
    const answers = PURLS.map((one) => [one, toAnswer(model.listOf(one).values(), chance)] as const);
    await run(hoursLater(round + hoursOff(round, chance)), new Map(answers));
    await assertOrder();
  }
  await assertAsModel(data, model);
  return model.lines.length;
}

describe('a clock that is off, and dates of 1970, 2099 and none', () => {
  for (const [name, hoursOff] of CLOCKS) {
    test(`${name}: nothing lost, nothing told twice, one order`, async (t) => {
      t.diagnostic(`seed ${SEED}`);
      const published = await runByClock(t, hoursOff);
      const row = `a clock that is ${name}; dates of 1970, 2099 and none; ${RUNS} runs`;
      tell(t, row, `${published} releases: 0 lost, 0 told twice; releases and ledger in one order`);
    });
  }
});
