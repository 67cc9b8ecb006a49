import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { createCommitter } from '../../src/pipeline/committer.ts';
import { startStopwatch } from '../../src/platform/stopwatch.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { checkData } from '../../src/store/check-data.ts';
import { createRandom, makeNotes } from '../bench/make-notes.ts';
import { figure, median } from '../bench/print-table.ts';
import { hoursLater } from '../build-release.ts';
import { IS_FULL, tell } from '../trust.ts';
import { gitIn } from './a-remote.ts';
import { createChance } from './chance.ts';
import { assertAsModel } from './compare-with-model.ts';
import { createModel } from './model.ts';
import { manyPurls, simulate } from './simulation.ts';
import { openFiles, sizeOf } from './sizes.ts';
import { toAnswer, trueRelease } from './true-release.ts';

const SEED = 1_000;
const [RUNS, PACKAGES] = IS_FULL ? [1_000, 500] : [30, 40];
const FOUND = 10;
const NEWS_A_RUN = 3;
// Of the raw bytes that were new, at most so many may a repository grow by.
const MOST_GROWTH = 1.2;
const MOST_DRIFT = 3;

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  readonly files: number;
}

/** An upstream in which a few packages have news in each run, with notes of the usual length. */
function aBusyUpstream() {
  const chance = createChance(SEED);
  const random = createRandom(SEED);
  const purls = manyPurls(PACKAGES);
  const model = createModel();
  let count = 0;
  const notes = () => {
    count += 1;
    return `${makeNotes(random)}\n\n- no. ${count}`;
  };
  const release = (purl: string, number: number) => trueRelease(purl, number, { notes: notes() });
  for (const purl of purls)
    model.found(
      purl,
      Array.from({ length: FOUND }, (_, number) => release(purl, number)),
    );

  function news(): Set<string> {
    const touched = new Set(chance.shuffle(purls).slice(0, NEWS_A_RUN));
    for (const purl of touched) {
      const list = model.listOf(purl);
      if (chance.happens(0.7)) model.publish(purl, release(purl, list.size));
      else model.edit(purl, [...list.keys()][0] ?? '', 'notes-edited', notes());
    }
    return touched;
  }
  function answers(touched: ReadonlySet<string>): Map<string, Fetched> {
    const answer = (purl: string): Fetched =>
      touched.has(purl) ? toAnswer(model.listOf(purl).values(), chance) : { status: 'unchanged' };
    return new Map(purls.map((purl) => [purl, answer(purl)]));
  }
  return { purls, model, news, answers };
}

/** A repository whose commits are those of the runs. */
async function aGrowingRepository(t: TestContext, purls: readonly string[]) {
  const simulation = await simulate(t, purls, (root) => ({
    openCommitter: (at) => createCommitter(root, at),
  }));
  const git = gitIn(simulation.root);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Tester');
  git('config', 'user.email', 'tester@tidings.example');
  git('config', 'gc.auto', '0');
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--no-verify', '--message=Follow');
  const objects = join(simulation.root, '.git/objects');
  const pack = () => {
    git('gc', '--quiet');
    return sizeOf(objects);
  };
  return { ...simulation, git, objects, pack };
}

describe('many runs, one after the other', { timeout: 2_400_000 }, () => {
  test(`${RUNS} runs of ${PACKAGES} packages`, async (t) => {
    t.diagnostic(`seed ${SEED}`);
    const { purls, model, news, answers } = aBusyUpstream();
    const { root, data, git, objects, run, pack } = await aGrowingRepository(t, purls);
    await run(hoursLater(0), answers(new Set(purls)));
    const [packed, raw] = [pack(), sizeOf(data)];
    const costs: Cost[] = [];
    let written = 0;
    for (let round = 1; round <= RUNS; round += 1) {
      const given = answers(news());
      const seconds = startStopwatch();
      const { applied } = await run(hoursLater(round), given);
      costs.push({ seconds: seconds(), megabytes: process.memoryUsage().heapUsed / 1e6, files: openFiles() });
      for (const path of applied.paths) written += statSync(join(root, path)).size;
    }
    await assertAsModel(data, model);
    assert.deepEqual(await checkData(data), []);
    assert.equal(git('status', '--porcelain'), '', 'all that was written is committed');
    const loose = (sizeOf(objects) - packed) / written;
    const growth = (pack() - packed) / (sizeOf(data) - raw);
    assert.ok(loose <= MOST_GROWTH && growth <= MOST_GROWTH, `grew by ${loose} loose, ${growth} packed`);
    const drift = driftOf(costs);
    if (IS_FULL) for (const { name, factor } of drift) assert.ok(factor < MOST_DRIFT, `${name} × ${factor}`);
    const drifts = drift.map(({ name, factor }) => `${name} × ${figure(factor)}`).join(', ');
    const commits = git('rev-list', '--count', 'HEAD').trim();
    const sizes = `repository + ${figure(growth)} × the new bytes after git gc, + ${figure(loose)} × the written ones loose`;
    tell(
      t,
      `${RUNS} runs of ${PACKAGES} packages, ${commits} commits`,
      `last fifth to first: ${drifts}; ${sizes}`,
    );
  });
});

/** The medians of the last fifth as ratios to those of the first. */
function driftOf(costs: readonly Cost[]): { name: string; factor: number }[] {
  const fifth = Math.floor(costs.length / 5);
  const factor = (of: (cost: Cost) => number) =>
    median(costs.slice(-fifth).map(of)) / Math.max(median(costs.slice(0, fifth).map(of)), 1e-9);
  return [
    { name: 'time', factor: factor(({ seconds }) => seconds) },
    { name: 'heap', factor: factor(({ megabytes }) => megabytes) },
    ...(costs.some(({ files }) => files > 0)
      ? [{ name: 'open files', factor: factor(({ files }) => files) }]
      : []),
  ];
}
