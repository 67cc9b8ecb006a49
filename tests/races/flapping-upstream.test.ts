import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { hoursLater } from '../build-release.ts';
import { tell } from '../trust.ts';
import { createChance } from './chance.ts';
import { compareLines } from './compare-with-model.ts';
import { readFailing, readLines, readReleases } from './read-plainly.ts';
import { simulate } from './simulation.ts';
import { toAnswer, trueRelease } from './true-release.ts';

const SEED = 33;
const RUNS = 60;
const RELEASES = 30;
const [FLAPS, CALM, NEARLY] = [
  'pkg:github/acme/flaps',
  'pkg:github/acme/calm',
  'pkg:github/acme/nearly',
] as const;

/** Drops a third of one list in every other run, two releases of another one, and none of the third. */
async function flap(t: TestContext, hoursApart: number) {
  const chance = createChance(SEED);
  const purls = [FLAPS, CALM, NEARLY];
  const lists = new Map(
    purls.map((purl) => [purl, Array.from({ length: RELEASES }, (_, n) => trueRelease(purl, n))]),
  );
  const dropped = new Map<string, number>([
    [FLAPS, RELEASES / 3],
    [NEARLY, 2],
  ]);
  const { data, run } = await simulate(t, purls);
  const comings: number[] = [];
  let isThere = false;
  for (let round = 0; round < RUNS; round += 1) {
    const answers = [...lists].map(([purl, list]) => {
      const kept = round % 2 === 0 ? list : chance.shuffle(list).slice(dropped.get(purl) ?? 0);
      return [purl, toAnswer(kept, chance)] as const;
    });
    await run(hoursLater(round * hoursApart), new Map(answers));
    const failing = await readFailing(data);
    assert.deepEqual(
      Object.keys(failing).filter((purl) => purl !== FLAPS),
      [],
    );
    const isNow = FLAPS in failing;
    if (isNow && !isThere) comings.push(round * hoursApart);
    isThere = isNow;
  }
  return { data, comings };
}

describe('an upstream that drops and restores a third of its list', () => {
  for (const hoursApart of [1, 6]) {
    test(`every ${hoursApart} hours, ${RUNS} times`, async (t) => {
      t.diagnostic(`seed ${SEED}`);
      const { data, comings } = await flap(t, hoursApart);
      const lines = await readLines(data);
      assert.deepEqual(
        lines.filter(({ severity }) => severity === 'alert'),
        [],
      );
      const told = lines.filter(({ kind }) => kind !== 'imported');
      assert.deepEqual(compareLines([{ kind: 'quarantined', package: FLAPS }], told), {
        lost: [],
        extra: [],
      });
      for (const releases of (await readReleases(data)).values()) assert.equal(releases.length, RELEASES);
      const tooSoon = comings.filter((hours, index) => hours - (comings[index - 1] ?? -24) < 24);
      assert.deepEqual(tooSoon, [], 'hours at which the line of health.json came again within a day');
      assert.ok(comings.length >= 1);
      const days = ((RUNS * hoursApart) / 24).toFixed(1);
      tell(
        t,
        `a third of a list dropped and restored, every ${hoursApart} h, ${RUNS} runs`,
        `0 alerts, 1 notice; the line in health.json came ${comings.length} times in ${days} days`,
      );
    });
  }
});
