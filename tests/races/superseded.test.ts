import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { Answers } from '../../src/pipeline/answers/answers.ts';
import { openWorkspace } from '../../src/pipeline/workspace.ts';
import { landAnswers, openWriter, type Writer } from '../../src/pipeline/writer/writer.ts';
import { hoursLater } from '../build-release.ts';
import { IS_FULL, tell } from '../trust.ts';
import { aRemote, type Clone } from './a-remote.ts';
import { createChance } from './chance.ts';
import { assertAsModel, compareLines } from './compare-with-model.ts';
import { createModel } from './model.ts';
import { readLines } from './read-plainly.ts';
import { manyPurls } from './simulation.ts';
import { hash, toAnswer, trueRelease } from './true-release.ts';

const PURLS = manyPurls(7);
const [NOTES = '', TAG = '', FILE = '', YANK = '', NEW = '', GONE = '', EARLY = ''] = PURLS;
const WATCHLIST = `title: Raced\nprojects:\n${PURLS.map((purl) => `  - ${purl}\n`).join('')}`;
const SEED = 7;

/** Two writers of one remote, and what upstream truly has. */
async function twoWriters(t: TestContext) {
  const remote = await aRemote(t, { 'data/watchlists/main.yml': WATCHLIST, '.gitignore': '.cache/\n' });
  const model = createModel();
  const chance = createChance(SEED);
  for (const purl of PURLS)
    model.found(
      purl,
      Array.from({ length: 4 }, (_, number) => trueRelease(purl, number)),
    );
  const open = async ({ root }: Clone) => openWriter(await openWorkspace(root), 'push');

  /** Asks about these packages now: the answers stay what they are, whatever upstream does afterwards. */
  function ask(writer: Writer, from: number, to: number, purls = PURLS): Answers {
    const fetched = new Map(purls.map((purl) => [purl, toAnswer(model.listOf(purl).values(), chance)]));
    return { startedAt: hoursLater(from), at: hoursLater(to), base: writer.base, fetched, requests: {} };
  }
  const data = () => join(remote.newest().root, 'data');
  return { first: remote.clone('first'), second: remote.clone('second'), open, ask, model, data };
}

describe('an answer that is older than what another writer committed', () => {
  for (const [clock, hoursOff] of [
    ['right', 0],
    ['a day behind', -24],
    ...(IS_FULL ? ([['a day ahead', 24]] as const) : []),
  ] as const) {
    test(`is not applied; the other writer’s clock is ${clock}`, async (t) => {
      const { first, second, open, ask, model, data } = await twoWriters(t);
      const importer = await open(first);
      await landAnswers(importer, ask(importer, 0, 0));

      // The first asks; upstream changes; the second asks and lands; then the first lands.
      const slow = await open(first);
      const old = ask(slow, 48, 48.1);
      model.edit(NOTES, 'v1.0.0', 'notes-edited', 'Rewritten');
      model.edit(TAG, 'v1.1.0', 'tag-moved', 'f'.repeat(40));
      model.edit(FILE, 'v1.2.0', 'asset-replaced', `sha256:${hash('other')}`);
      model.edit(YANK, 'v1.3.0', 'yanked', 'broken');
      model.publish(NEW, trueRelease(NEW, 4));
      const fast = await open(second);
      await landAnswers(fast, ask(fast, 48.2 + hoursOff, 48.3 + hoursOff));
      const { superseded } = await landAnswers(slow, old);
      assert.equal(superseded, 5);
      await assertAsModel(data(), model);

      const next = await open(first);
      await landAnswers(next, ask(next, 49, 49.1));
      await assertAsModel(data(), model);
      tell(
        t,
        `superseded answers, the other writer’s clock ${clock}`,
        `${superseded} packages left alone, 0 wrong lines`,
      );
    });
  }

  test('what it had seen first is found by the next run', async (t) => {
    const { first, second, open, ask, model, data } = await twoWriters(t);
    const importer = await open(first);
    await landAnswers(importer, ask(importer, 0, 0));

    model.edit(NOTES, 'v1.0.0', 'notes-edited', 'Rewritten');
    const early = await open(second);
    const before = ask(early, 48, 48.1, [NOTES]);
    const late = await open(first);
    model.publish(NOTES, trueRelease(NOTES, 4));
    model.publish(EARLY, trueRelease(EARLY, 4));
    const seen = ask(late, 48.2, 48.3);
    await landAnswers(early, before);
    await landAnswers(late, seen);
    const waits = { kind: 'published', package: NOTES, version: 'v1.4.0' };
    const told = (await readLines(data())).filter(({ kind }) => kind !== 'imported');
    const { lost, extra } = compareLines(
      model.lines.filter(({ package: purl, kind }) => purl !== NOTES || kind !== 'published'),
      told,
    );
    assert.deepEqual(lost, []);
    assert.ok(extra.length === 0 || compareLines([waits], told).lost.length === 0);

    const next = await open(first);
    await landAnswers(next, ask(next, 49, 49.1));
    await assertAsModel(data(), model);
  });

  test('an absence that it saw does not begin anew', async (t) => {
    const { first, second, open, ask, model, data } = await twoWriters(t);
    const importer = await open(first);
    await landAnswers(importer, ask(importer, 0, 0));
    const slow = await open(first);
    const old = ask(slow, 48, 48.1);
    model.withdraw(GONE, 'v1.3.0');
    const fast = await open(second);
    await landAnswers(fast, ask(fast, 48.2, 48.3));
    await landAnswers(slow, old);
    const confirming = await open(second);
    await landAnswers(confirming, ask(confirming, 72.4, 72.5));
    await assertAsModel(data(), model);
  });
});
