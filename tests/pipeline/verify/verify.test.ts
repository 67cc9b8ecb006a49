import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { aListing } from '../../build-release.ts';
import { DOWN, listed, releases } from '../a-store.ts';
import { A, aHistory, B, type History, historyIn } from './a-history.ts';

const SETTLED = { version: '1.0.0', publishedAt: '2026-01-01T00:00:00Z', notesFrom: 'release' } as const;

/** Two packages: imported, released, edited, yanked and back, withdrawn. */
async function aFullHistory(history: History): Promise<void> {
  const text = (notes: string, yanked: string | false = false) =>
    listed('a', aListing({ ...SETTLED, notes, yanked }), aListing({ version: '0.9.0' }));
  await history.run({ [A]: text('one'), [B]: listed('b', ...releases(2)) }, 0);
  await history.run({ [A]: text('two'), [B]: listed('b', ...releases(3)) }, 5);
  await history.run({ [A]: text('two', 'broken'), [B]: DOWN }, 20);
  await history.run({ [A]: text('two'), [B]: listed('b', ...releases(3)) }, 40);
  await history.run({ [A]: listed('a', aListing({ ...SETTLED, notes: 'two' })) }, 60);
  await history.run({ [A]: listed('a', aListing({ ...SETTLED, notes: 'two' })) }, 90);
}

describe('a history that runs have made', () => {
  test('is proved from the commits alone', async (t) => {
    const history = await aHistory(t);
    await aFullHistory(history);
    const report = await history.verify();
    assert.deepEqual(report.problems, []);
    assert.deepEqual(
      [report.head, report.packages, report.lines, report.takenOver, report.anew],
      [history.head(), 2, 7, undefined, undefined],
    );
    assert.match(history.read('data/changes/2026/11/02.jsonl'), /"unyanked".*"flap":true/);
  });

  test('is proved where one commit tells of many packages', async (t) => {
    const purls = Array.from({ length: 30 }, (_, index) => `pkg:npm/p${index}`);
    const history = await aHistory(
      t,
      `title: All\nprojects:\n${purls.map((purl) => `  - ${purl}\n`).join('')}`,
    );
    const answers = (count: number) =>
      Object.fromEntries(purls.map((purl) => [purl, listed(purl, ...releases(count))]));
    await history.run(answers(1), 0);
    await history.run(answers(3), 30);
    const { problems, lines } = await history.verify();
    assert.deepEqual([problems, lines], [[], 90]);
  });

  test('is proved across the split of a package, by year and by month', async (t) => {
    const history = await aHistory(t);
    const long = (count: number) =>
      listed(
        'a',
        ...releases(count).map((one) => ({
          ...one,
          notes: 'x'.repeat(9_000),
          notesFrom: 'release' as const,
        })),
      );
    for (const [count, hours] of [
      [20, 0],
      [60, 1],
      [190, 2],
      [191, 3],
    ] as const) {
      await history.run({ [A]: long(count) }, hours);
    }
    assert.match(history.git('ls-files', 'data'), /a@2023-01\.json/);
    const { problems, lines } = await history.verify();
    assert.deepEqual([problems, lines], [[], 172]);
  });

  test('follows the tags that move according to the watchlist of each commit', async (t) => {
    const history = await aHistory(t);
    const tag = (commit: string) =>
      listed(
        'a',
        aListing({ version: 'weekly', publishedAt: '2026-01-01T00:00:00Z', commit: commit.repeat(40) }),
      );
    await history.run({ [A]: tag('a') }, 0);
    await history.run({ [A]: tag('b') }, 1);
    history.write(
      'data/watchlists/main.yml',
      `title: Main\nprojects:\n  - package: ${A}\n    track: { rolling: [weekly] }\n`,
    );
    history.commit('Let weekly move');
    await history.run({ [A]: tag('c') }, 2);
    const { problems, lines } = await history.verify();
    assert.deepEqual([problems, lines], [[], 2]);
  });

  test('is taken over as it is where the first commit holds everything', async (t) => {
    const [template, history] = [await aHistory(t), await aHistory(t)];
    await aFullHistory(template);
    for (const path of template.git('ls-files', 'data').trim().split('\n')) {
      history.write(path, template.read(path));
    }
    history.git('add', '--all');
    history.git('commit', '--quiet', '--amend', '--no-edit');
    const first = history.head();
    await history.run({ [B]: listed('b', ...releases(4)) }, 100);
    const { problems, takenOver, lines } = await history.verify();
    assert.deepEqual([problems, takenOver, lines], [[], { commit: first, lines: 7 }, 8]);
  });

  test('may be begun anew, which is said', async (t) => {
    const history = await aHistory(t);
    await aFullHistory(history);
    const noted = history.head();
    history.git('rm', '--quiet', '-r', 'data/releases', 'data/changes', 'data/health.json');
    const anew = history.commit('Begin with an empty history');
    await history.run({ [A]: listed('a', ...releases(1)) }, 20_000);
    const report = await history.verify();
    assert.deepEqual([report.problems, report.anew, report.lines], [[], anew, 1]);
    const { problems } = await history.verify({ since: noted });
    assert.deepEqual(
      problems.map(({ commit }) => commit),
      [anew],
    );
  });

  test('is proved although somebody merged what runs had pushed meanwhile', async (t) => {
    const history = await aHistory(t);
    await history.run({ [A]: listed('a', ...releases(1)) }, 0);
    history.git('switch', '--quiet', '--create', 'theirs');
    await history.run({ [A]: listed('a', ...releases(2)), [B]: listed('b', ...releases(1)) }, 1);
    history.git('switch', '--quiet', 'main');
    history.write('data/watchlists/main.yml', `title: Mine\nprojects:\n  - ${A}\n  - ${B}\n`);
    history.commit('Name the list');
    history.git('merge', '--quiet', '--no-edit', 'theirs');
    await history.run({ [A]: listed('a', ...releases(3)) }, 2);
    const { problems, lines } = await history.verify();
    assert.deepEqual([problems, lines], [[], 4]);
  });

  test('is proved in a clone without blobs', async (t) => {
    const [history, clone] = [await aHistory(t), await aHistory(t)];
    await aFullHistory(history);
    history.git('config', 'uploadpack.allowFilter', 'true');
    clone.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${history.root}`, 'partial');
    const partial = historyIn({ ...clone, root: join(clone.root, 'partial') });
    partial.git('-C', 'partial', 'checkout', '--quiet', 'HEAD', '--', 'data/changes');
    const { problems, lines } = await partial.verify();
    assert.deepEqual([problems, lines], [[], 7]);
  });

  test('is proved in a folder of a larger repository', async (t) => {
    const outer = await aHistory(t);
    outer.write('inner/data/watchlists/main.yml', outer.read('data/watchlists/main.yml'));
    outer.git('add', '--all');
    outer.git('commit', '--quiet', '--message=Follow');
    const inner = historyIn({ ...outer, root: join(outer.root, 'inner') });
    await aFullHistory(inner);
    const { problems, lines } = await inner.verify();
    assert.deepEqual([problems, lines], [[], 7]);
    assert.equal((await outer.verify()).commits, 1);
  });
});
