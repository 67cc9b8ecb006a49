import { describe, test } from 'node:test';
import { hoursLater } from '../build-release.ts';
import { tell } from '../trust.ts';
import { type Chance, createChance } from './chance.ts';
import { assertAsModel } from './compare-with-model.ts';
import { createModel, type EditKind, type TrueRelease } from './model.ts';
import { manyPurls, simulate } from './simulation.ts';
import { hash, toAnswer, trueRelease } from './true-release.ts';

const SEED = 5_000;
const PACKAGES = 50;
const RELEASES = 100;

interface Target {
  readonly purl: string;
  readonly release: TrueRelease;
}

// How many of each kind, and the value that the edit with a number sets.
const EDITS: readonly (readonly [kind: EditKind, count: number, value: (number: number) => string])[] = [
  ['notes-edited', 8, (number) => `## Changes\n\n- rewritten ${number}`],
  ['redated', 5, (number) => `2026-01-0${number + 1}T00:00:00Z`],
  ['tag-moved', 5, (number) => hash(`moved ${number}`).slice(0, 40)],
  ['asset-replaced', 6, (number) => `sha256:${hash(`replaced ${number}`)}`],
  ['promoted', 5, () => ''],
  ['yanked', 4, (number) => `broken build ${number}`],
  ['retitled', 5, (number) => `Another title ${number}`],
];
const WITHDRAWN = 5;
const UNYANKED = 2;

/** Fifty mutations in three parts, each of another release; what is restored was withdrawn before. */
function aScript(chance: Chance, purls: readonly string[]) {
  const model = createModel();
  const numbers = Array.from({ length: RELEASES }, (_, number) => number);
  for (const purl of purls) {
    const releases = numbers.map((number) => trueRelease(purl, number, { isPrerelease: number % 10 === 9 }));
    model.found(purl, releases);
  }
  const targets = chance.shuffle(
    purls.flatMap((purl) => [...model.listOf(purl).values()].map((release): Target => ({ purl, release }))),
  );
  const take = (count: number, isPrerelease: boolean) => {
    const taken = targets.filter(({ release }) => release.isPrerelease === isPrerelease).slice(0, count);
    for (const one of taken) targets.splice(targets.indexOf(one), 1);
    return taken;
  };
  const gone = take(WITHDRAWN, false);
  const edits = EDITS.map(([kind, count, value]) => ({ kind, value, of: take(count, kind === 'promoted') }));

  function edit(): void {
    for (const { kind, value, of } of edits) {
      for (const [number, { purl, release }] of of.entries()) {
        model.edit(purl, release.version, kind, value(number));
      }
    }
  }
  function withdraw(): void {
    for (const { purl, release } of gone) model.withdraw(purl, release.version);
  }
  function restore(): void {
    for (const { purl, release } of gone) model.restore(purl, release);
    const yanked = edits.find(({ kind }) => kind === 'yanked')?.of ?? [];
    for (const { purl, release } of yanked.slice(0, UNYANKED)) {
      model.edit(purl, release.version, 'unyanked', '', { flap: true });
    }
  }
  return { model, edit, withdraw, restore };
}

describe('50 scripted mutations', () => {
  test(`among ${PACKAGES * RELEASES} releases`, async (t) => {
    t.diagnostic(`seed ${SEED}`);
    const chance = createChance(SEED);
    const purls = manyPurls(PACKAGES);
    const { model, edit, withdraw, restore } = aScript(chance, purls);
    const { data, run } = await simulate(t, purls);
    const script: Readonly<Record<number, () => void>> = { 48: edit, 73: withdraw, 122: restore };
    for (const hours of [2, 48, 49, 73, 74, 98, 122, 123]) {
      script[hours]?.();
      const answers = purls.map((purl) => [purl, toAnswer(model.listOf(purl).values(), chance)] as const);
      await run(hoursLater(hours), new Map(answers));
    }
    await assertAsModel(data, model);
    const kinds = [...Map.groupBy(model.lines, ({ kind }) => kind)].map(
      ([kind, all]) => `${all.length} ${kind}`,
    );
    const row = `${model.lines.length} scripted mutations among ${PACKAGES * RELEASES} releases`;
    tell(t, row, `all told rightly (${kinds.join(', ')}), 0 others`);
  });
});
