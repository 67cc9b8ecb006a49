import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { history } from '../../src/pipeline/history/history.ts';
import { ConfigError } from '../../src/platform/errors.ts';
import { aFolder, aListing, hoursLater } from '../build-release.ts';
import { DOWN, listed, releases } from './a-store.ts';
import { A, aHistory, B, type History } from './verify/a-history.ts';

const SETTLED = { version: '1.0.0', publishedAt: '2026-01-01T00:00:00Z', notesFrom: 'release' } as const;

function said(notes: string, fields: Partial<typeof SETTLED> & { yanked?: string; author?: string } = {}) {
  return listed('a', aListing({ ...SETTLED, ...fields, notes }), aListing({ version: '0.9.0' }));
}

/** Imported, edited, yanked, reworded without a change; B in between. Gives the commits that tell of A. */
async function aLife(
  t: Parameters<typeof aHistory>[0],
): Promise<History & { readonly ids: readonly string[] }> {
  const repository = await aHistory(t);
  const [first = ''] = await repository.run(
    { [A]: said('# One\nsame'), [B]: listed('b', ...releases(1)) },
    0,
  );
  const [edited = ''] = await repository.run({ [A]: said('# Two\nsame') }, 30);
  const [yanked = ''] = await repository.run(
    { [A]: said('# Two\nsame', { yanked: 'broken' }), [B]: DOWN },
    60,
  );
  const [stored = ''] = await repository.run({ [A]: said('# Two\nsame', { yanked: 'worse' }) }, 90);
  return { ...repository, ids: [first, edited, yanked, stored].map((id) => id.slice(0, 10)) };
}

describe('the history of a package', () => {
  test('is its lines of the ledger, each with its commit', async (t) => {
    const { root, ids } = await aLife(t);
    assert.deepEqual(await history(root, A), [
      'pkg:npm/a: 3 changes (times in UTC)',
      `2026-11-01 00:00:00  ${ids[0]}   imported`,
      `2026-11-02 06:00:00  ${ids[1]}   1.0.0: notes edited`,
      `2026-11-03 12:00:00  ${ids[2]}   1.0.0: yanked, broken`,
    ]);
  });

  test('takes an address, and tells of what is not committed', async (t) => {
    const { root, edit } = await aLife(t);
    edit('data/changes/2026/11/03.jsonl', (text) => text + text.replaceAll(hoursLater(60), hoursLater(61)));
    const lines = await history(root, 'https://www.npmjs.com/package/a');
    assert.equal(lines.at(-1), '2026-11-03 13:00:00  uncommitted  1.0.0: yanked, broken');
  });

  test('names the commit of a batch, and the first one where that holds everything', async (t) => {
    const purls = Array.from({ length: 30 }, (_, index) => `pkg:npm/p${index}`);
    const repository = await aHistory(
      t,
      `title: All\nprojects:\n${purls.map((purl) => `  - ${purl}\n`).join('')}`,
    );
    const answers = Object.fromEntries(purls.map((purl) => [purl, listed(purl, ...releases(1))]));
    const [batch = ''] = await repository.run(answers, 0);
    const line = (id: string) => `2026-11-01 00:00:00  ${id.slice(0, 10)}   imported`;
    assert.equal((await history(repository.root, 'pkg:npm/p7')).at(-1), line(batch));
    repository.git('switch', '--quiet', '--orphan', 'template');
    repository.git('checkout', '--quiet', 'main', '--', 'data');
    repository.git('commit', '--quiet', '--message=Begin');
    assert.equal((await history(repository.root, 'pkg:npm/p7')).at(-1), line(repository.head()));
  });
});

describe('the life of a release', () => {
  test('has each change, the edit of its notes, and what was stored besides', async (t) => {
    const { root, ids } = await aLife(t);
    assert.deepEqual(await history(root, A, { version: '1.0.0' }), [
      'pkg:npm/a 1.0.0 (times in UTC)',
      `2026-11-01 00:00:00  ${ids[0]}   first seen`,
      `2026-11-02 06:00:00  ${ids[1]}   1.0.0: notes edited`,
      '    @@ -1,2 +1,2 @@',
      '    -# One',
      '    +# Two',
      '     same',
      `2026-11-03 12:00:00  ${ids[2]}   1.0.0: yanked, broken`,
      `2026-11-04 18:00:00  ${ids[3]}   stored: yanked`,
    ]);
  });

  test('prints nothing that acts on a terminal, whatever upstream wrote', async (t) => {
    const repository = await aHistory(t);
    const hostile = 'a\u001b[2J\u202e\u0007';
    await repository.run({ [A]: listed('a', aListing({ ...SETTLED, notes: 'x', title: 'x' })) }, 0);
    await repository.run(
      { [A]: listed('a', aListing({ ...SETTLED, notes: hostile, title: hostile, yanked: hostile })) },
      30,
    );
    const lines = [
      ...(await history(repository.root, A)),
      ...(await history(repository.root, A, { version: '1.0.0' })),
      ...(await history(repository.root, A, { at: 'HEAD' })),
      ...(await history(repository.root, A, { at: 'HEAD', version: '1.0.0' })),
    ];
    assert.match(lines.join('\n'), /u\{1b\}/);
    const shown = lines.join('').replaceAll('\n', '');
    assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}]/u);
  });

  test('follows a release through a split', async (t) => {
    const repository = await aHistory(t);
    await repository.run({ [A]: listed('a', ...releases(3)) }, 0);
    await repository.run({ [A]: listed('a', ...releases(200)) }, 1);
    const lines = await history(repository.root, A, { version: '1.0.1' });
    assert.equal(lines.length, 2);
    const later = await history(repository.root, A, { version: '1.0.150' });
    assert.match(later.join('\n'), /first seen[\s\S]*1\.0\.150: published/);
  });

  test('of very different notes is told, not shown', async (t) => {
    const repository = await aHistory(t);
    const long = (word: string) => Array.from({ length: 6_000 }, (_, index) => `${word} ${index}`).join('\n');
    await repository.run({ [A]: said(long('one')) }, 0);
    await repository.run({ [A]: said(long('two')) }, 30);
    const lines = await history(repository.root, A, { version: '1.0.0' });
    assert.equal(lines.at(-1), '    (6000 lines became 6000 others)');
  });
});

describe('what was known at a moment', () => {
  for (const [at, expected] of [
    ['2026-11-01', /2 releases$/],
    ['2026-11-02T05:59:59Z', /of 2026-11-01T00:00:00Z: 2 releases/],
    ['2026-11-02T06:00:00Z', /of 2026-11-02T06:00:00Z: 2 releases/],
    ['2026-11-02T07:00:00+01:00', /of 2026-11-02T06:00:00Z: 2 releases/],
    ['HEAD', /: 2 releases$/],
    ['2026-10-31', /^Nothing was known of pkg:npm\/a then\.$/],
  ] as const) {
    test(at, async (t) => {
      const { root } = await aLife(t);
      assert.match((await history(root, A, { at }))[0] ?? '', expected);
    });
  }

  test('has the state of each version, or the whole of one', async (t) => {
    const { root, ids } = await aLife(t);
    const lines = await history(root, A, { at: '2026-11-04' });
    assert.deepEqual(lines.slice(1), [
      '0.9.0  published 2026-09-01T12:00:00Z',
      '1.0.0  published 2026-01-01T00:00:00Z, yanked: worse',
    ]);
    for (const [id, notes] of [
      [ids[0], '# One'],
      [ids[1], '# Two'],
    ] as const) {
      const [json = ''] = await history(root, A, { at: id, version: '1.0.0' });
      assert.equal(Object(JSON.parse(json)).notes[0], notes);
    }
  });
});

describe('wrong usage says what to do', () => {
  for (const [name, purl, options, problem] of [
    ['an unknown package', 'pkg:npm/unknown', {}, /is in no commit/],
    ['no package', 'axios', {}, /is no purl/],
    ['a version that never was', A, { version: '7' }, /never had a version 7/],
    ['a version that was not then', A, { version: '7', at: 'HEAD' }, /7 was not held then/],
    ['an option of git', A, { at: '--output=x' }, /neither a date nor a commit/],
    ['no such day', A, { at: '2026-02-31' }, /neither a date nor a commit/],
  ] as const) {
    test(name, async (t) => {
      const { root } = await aLife(t);
      const error = await history(root, purl, options).catch((cause: unknown) => cause);
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, problem);
      assert.ok(error.remedy !== undefined);
    });
  }

  test('a shallow clone', async (t) => {
    const [{ git, root }, folder] = [await aLife(t), await aFolder(t)];
    git('clone', '--quiet', '--depth=1', `file://${root}`, folder);
    await assert.rejects(history(folder, A), { remedy: 'fetch them: git fetch --unshallow' });
  });
});
