import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { FormatError, HostError } from '../../src/platform/errors.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { hoursLater } from '../build-release.ts';
import { IS_FULL, tell } from '../trust.ts';
import { type Chance, createChance } from './chance.ts';
import { assertAsModel } from './compare-with-model.ts';
import { createModel, type ExpectedLine, type TrueRelease } from './model.ts';
import { type Line, readLines } from './read-plainly.ts';
import { manyPurls, simulate } from './simulation.ts';
import { toAnswer, trueRelease } from './true-release.ts';

const SEED = 20_261_127;
const { packages, releases, runs } = IS_FULL
  ? { packages: 200, releases: 2_000, runs: 100 }
  : { packages: 30, releases: 300, runs: 30 };
const FAILING = 0.3;
const FOUND = 3;
// So long before the end nothing more is published: then no package fails in all of the last runs.
const QUIET_RUNS = 10;
const HOURS_APART = 6;

/** A look-up that fails: no answer, one that is no listing, one that is known to be short, or an empty one. */
function failure(list: Iterable<TrueRelease>, chance: Chance): Fetched {
  const all = [...list];
  return chance.pick<() => Fetched>([
    () => ({ status: 'failed', error: new HostError('no answer', { status: 503 }) }),
    () => ({ status: 'failed', error: new FormatError('no listing') }),
    () => toAnswer(all.slice(0, Math.ceil(all.length / 3)), chance, false),
    () => toAnswer([], chance),
  ])();
}

/** An upstream that publishes at an even pace, and is read with luck. */
function anUnluckyUpstream() {
  const chance = createChance(SEED);
  const purls = manyPurls(packages);
  const model = createModel();
  for (const purl of purls) {
    model.found(
      purl,
      Array.from({ length: FOUND }, (_, number) => trueRelease(purl, number)),
    );
  }
  /** The rounds of the good look-ups of a package, and that in which a version came out. */
  const goodRounds = new Map<string, number[]>(purls.map((purl) => [purl, []]));
  const roundOf = new Map<string, number>();

  function publish(round: number): void {
    const due = ((releases - FOUND * packages) * round) / (runs - QUIET_RUNS);
    while (round <= runs - QUIET_RUNS && model.lines.length < Math.floor(due)) {
      const purl = purls[chance.below(purls.length)] ?? '';
      const release = trueRelease(purl, model.listOf(purl).size);
      model.publish(purl, release);
      roundOf.set(`${purl} ${release.version}`, round);
    }
  }
  function answer(purl: string, round: number): Fetched {
    const list = model.listOf(purl).values();
    if (round > 0 && chance.happens(FAILING)) return failure(list, chance);
    goodRounds.get(purl)?.push(round);
    return toAnswer(list, chance);
  }
  /** How many good look-ups it took until a line was told. */
  function looksUntil({ package: purl, version, at }: Line): number {
    const from = roundOf.get(`${purl} ${version}`) ?? runs;
    const good = goodRounds.get(purl)?.filter((round) => round >= from) ?? [];
    return good.filter((round) => hoursLater(round * HOURS_APART) <= at).length;
  }
  const good = () => [...goodRounds.values()].reduce((sum, rounds) => sum + rounds.length, 0);
  return { purls, model, publish, answer, looksUntil, good };
}

async function runAll(t: TestContext) {
  const { purls, model, publish, answer, looksUntil, good } = anUnluckyUpstream();
  const { data, run } = await simulate(t, purls);
  for (let round = 0; round <= runs; round += 1) {
    if (round > 0) publish(round);
    const answers = purls.map((purl) => [purl, answer(purl, round)] as const);
    await run(hoursLater(round * HOURS_APART), new Map(answers));
  }
  const lines = await readLines(data);
  // An emptied list is said once, and is no reason to call anything withdrawn.
  model.lines.push(...quarantines(lines));
  await assertAsModel(data, model);
  const looks = lines.filter(({ kind }) => kind === 'published').map(looksUntil);
  return { slowest: Math.max(...looks), failing: 1 - good() / (packages * (runs + 1)) };
}

/** One a package in thirty days, which all runs take less than. */
function quarantines(lines: readonly Line[]): ExpectedLine[] {
  const said = new Set(lines.filter(({ kind }) => kind === 'quarantined').map((line) => line.package));
  return [...said].map((purl) => ({ kind: 'quarantined', package: purl }));
}

describe('look-ups of which three in ten fail', () => {
  test(`${packages} packages, ${releases} releases, ${runs} runs`, async (t) => {
    t.diagnostic(`seed ${SEED}`);
    const { slowest, failing } = await runAll(t);
    assert.ok(slowest >= 1 && slowest <= 2, `a release was seen in good run ${slowest} of its package`);
    const share = `${(100 * failing).toFixed(0)} % of look-ups fail`;
    const row = `${packages} packages, ${releases} releases over ${runs} runs, ${share}`;
    tell(t, row, `0 lost, 0 doubled, 0 withdrawn; each seen by good run ${slowest} of its package`);
  });
});
