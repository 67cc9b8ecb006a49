import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { isSweepDay } from '../../src/core/sweep-day.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import type { Verdict } from '../../src/pipeline/judge.ts';
import { rememberAnswers, wantsWhole } from '../../src/pipeline/memory-of-held.ts';
import { openValidators } from '../../src/platform/http/validators.ts';
import { WHOLE } from '../../src/store/layout.ts';
import { aFolder, aProject, aRecord, aRelease, hoursLater } from '../build-release.ts';

const PURL = 'pkg:npm/tool';
/** The first days after the import on which the package is, and is not, read in full anyway. */
const DAYS = Array.from({ length: 31 }, (_, day) => hoursLater(24 * day));
const SWEPT = DAYS.find((day) => isSweepDay(PURL, day)) ?? assert.fail();
const QUIET = DAYS.find((day) => !isSweepDay(PURL, day) && day > hoursLater(25)) ?? assert.fail();

const stored = (record: Partial<PackageRecord> = {}, digest = 'd1') => ({
  record: aRecord({ package: PURL, ...record }),
  layout: WHOLE,
  isOvergrown: false,
  digest,
});

/** A cache that was told of a package, as a run at that moment would. */
async function remembering(t: TestContext, at = QUIET, receipts = [{ key: 'k', validator: {} }]) {
  const validators = openValidators(join(await aFolder(t), 'http'));
  const [plan] = planFetch([aProject()]);
  assert.ok(plan !== undefined);
  const verdict: Verdict = { plan, changes: [], receipts, isRead: true, tripped: false };
  const held = new Map([[PURL, stored({}, 'before')]]);
  await rememberAnswers([verdict], { digests: new Map([[PURL, 'd1']]) }, held, validators, at);
  return validators;
}

describe('a package is read whole', () => {
  test('not where all is as it was', async (t) => {
    assert.equal(await wantsWhole(PURL, stored(), await remembering(t), QUIET), false);
  });

  test('where nothing is held', async (t) => {
    assert.equal(await wantsWhole(PURL, undefined, await remembering(t), QUIET), true);
  });

  test('where what is held is not what the cache was told of', async (t) => {
    assert.equal(await wantsWhole(PURL, stored({}, 'before'), await remembering(t), QUIET), true);
  });

  test('where the cache was told nothing, or the answer gave no receipt', async (t) => {
    const empty = openValidators(join(await aFolder(t), 'http'));
    assert.equal(await wantsWhole(PURL, stored(), empty, QUIET), true);
    assert.equal(await wantsWhole(PURL, stored(), await remembering(t, QUIET, []), QUIET), true);
  });

  test('on its day of the sweep, once', async (t) => {
    assert.equal(await wantsWhole(PURL, stored(), await remembering(t), SWEPT), true);
    assert.equal(await wantsWhole(PURL, stored(), await remembering(t, SWEPT), SWEPT), false);
    const before = `${new Date(Date.parse(SWEPT) - 30 * 86_400_000).toISOString().slice(0, 19)}Z`;
    assert.equal(await wantsWhole(PURL, stored(), await remembering(t, before), SWEPT), true);
  });

  const MISSING = aRelease({ missingSince: hoursLater(1) });
  const WAITING: readonly [string, Partial<PackageRecord>, string, boolean][] = [
    ['a missing release, when its day is over', { releases: [MISSING] }, hoursLater(25), true],
    ['a release that is missing for less', { releases: [MISSING] }, hoursLater(24.9), false],
    ['a withdrawn release no more', { releases: [{ ...MISSING, withdrawnAt: QUIET }] }, QUIET, false],
    ['an unreachable package', { unreachableAt: hoursLater(1) }, QUIET, true],
  ];
  for (const [title, record, at, expected] of WAITING) {
    test(`where something waits for a second look: ${title}`, async (t) => {
      const validators = await remembering(t, at);
      assert.equal(await wantsWhole(PURL, stored(record), validators, at), expected);
    });
  }
});
