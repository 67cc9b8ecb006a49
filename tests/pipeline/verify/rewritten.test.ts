import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError } from '../../../src/platform/errors.ts';
import { aFolder, aListing, hoursLater } from '../../build-release.ts';
import { aRepository } from '../a-repository.ts';
import { listed, releases } from '../a-store.ts';
import { A, aHistory, B, claiming, DAY_1, FILE_A, type History, historyIn, told } from './a-history.ts';

async function twoRuns(history: History): Promise<string[]> {
  const first = await history.run({ [A]: listed('a', ...releases(1)) }, 0);
  return [...first, ...(await history.run({ [A]: listed('a', ...releases(2)) }, 30))];
}

describe('a commit that was made again', () => {
  test('on another day than its run is found', async (t) => {
    const history = await aHistory(t);
    await twoRuns(history);
    history.git('commit', '--quiet', '--amend', '--no-edit');
    const X = history.head();
    const { problems } = await history.verify();
    assert.deepEqual(told({ ...(await history.verify()), problems }, { X }), [
      'X the date of the commit is not the moment of its run',
    ]);
    assert.equal(problems[0]?.expected, hoursLater(30));
  });

  test('so that the past is another one is found by whoever noted a commit', async (t) => {
    const [history, other] = [await aHistory(t), await aHistory(t)];
    const [first = '', , last = ''] = await twoRuns(history);
    for (const since of [first, last, 'HEAD', first.slice(0, 12)]) {
      assert.deepEqual((await history.verify({ since })).problems, [], since);
    }
    await other.run({ [A]: listed('a', ...releases(2)) }, 0);
    history.git('fetch', '--quiet', other.root, 'main');
    history.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    assert.deepEqual((await history.verify()).problems, [], 'a whole new past is consistent');
    assert.deepEqual(told(await history.verify({ since: last }), { X: last }), [
      'X the past was rewritten: HEAD does not descend from this commit',
    ]);
  });

  test('so that the noted one is no more is found', async (t) => {
    const history = await aHistory(t);
    await twoRuns(history);
    for (const since of ['f'.repeat(40), '--all', '-x', 'no-branch', '']) {
      const { problems } = await history.verify({ since });
      assert.deepEqual(
        problems.map(({ problem }) => problem),
        [`the past was rewritten: there is no commit ${since} any more`],
      );
    }
  });
});

describe('a merge', () => {
  test('that takes the other side’s data and drops what was here is found', async (t) => {
    const history = await aHistory(t);
    await history.run({ [A]: listed('a', ...releases(1)) }, 0);
    history.git('switch', '--quiet', '--create', 'side');
    await history.run({ [A]: listed('a', ...releases(3)) }, 30);
    history.git('switch', '--quiet', 'main');
    await history.run({ [A]: listed('a', ...releases(2)) }, 20);
    history.git('merge', '--quiet', '--no-commit', '--strategy=ours', 'side');
    history.git('checkout', '--quiet', 'side', '--', 'data');
    history.git('commit', '--quiet', '--message=Merge');
    const told = (await history.verify()).problems.map(({ path, problem }) => `${path} ${problem}`);
    assert.ok(told.includes('releases/npm/a.json changed by hand: no run made this commit'), told.join('\n'));
    assert.ok(told.includes('changes/2026/11/01.jsonl changed by hand: a line is missing'), told.join('\n'));
  });

  test('that puts commits upon what they do not follow on is found', async (t) => {
    const history = await aHistory(t);
    const license = (name: string) => {
      history.edit(FILE_A, (text) =>
        text.replace(/"upstream": \{[^}]*\}/, `"upstream": { "license": "${name}" }`),
      );
      return history.commit(claiming('migrate', 9), hoursLater(9));
    };
    await history.run({ [A]: listed('a', ...releases(1)) }, 0);
    history.git('switch', '--quiet', '--create', 'side');
    const X = license('MIT');
    history.git('switch', '--quiet', 'main');
    license('ISC');
    history.git('merge', '--quiet', '--no-edit', '--strategy-option=theirs', 'side');
    assert.deepEqual(told(await history.verify(), { X }), [
      'X releases/npm/a.json the commit does not follow on what was there before it',
    ]);
  });

  test('that changes a release besides is found', async (t) => {
    const history = await aHistory(t);
    await history.run({ [A]: listed('a', ...releases(1)) }, 0);
    history.git('switch', '--quiet', '--create', 'side');
    await history.run({ [B]: listed('b', ...releases(1)) }, 30);
    history.git('switch', '--quiet', 'main');
    history.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    history.edit(FILE_A, (text) => text.replace('"seenAt"', '"author": "me",\n      "seenAt"'));
    history.git('add', '--all');
    history.git('commit', '--quiet', '--message=Merge');
    const X = history.head();
    assert.match(told(await history.verify(), { X }).join('\n'), /X releases\/npm\/a\.json changed by hand/);
  });
});

describe('what is not committed', () => {
  test('is told as such, where it is of the ledger', async (t) => {
    const history = await aHistory(t);
    await twoRuns(history);
    history.edit(DAY_1, (text) => text.replace('imported', 'published'));
    history.write('data/changes/2026/12/24.jsonl', '{}\n');
    history.edit(FILE_A, (text) => text.replace('1.0.1', '1.0.2'));
    assert.deepEqual(told(await history.verify(), {}), [
      'disk changes/2026/11/01.jsonl:1 edited and not committed: a line is not as it must be',
      'disk changes/2026/12/24.jsonl:1 edited and not committed: nothing tells of this line',
    ]);
  });
});

describe('where the past is not there', () => {
  test('a shallow clone is refused, with the remedy', async (t) => {
    const [history, folder] = [await aHistory(t), await aFolder(t)];
    await twoRuns(history);
    history.git('clone', '--quiet', '--depth=1', `file://${history.root}`, folder);
    const shallow = historyIn({ ...history, root: folder });
    const error = await shallow.verify().catch((cause: unknown) => cause);
    assert.ok(error instanceof ConfigError);
    assert.match(error.remedy ?? '', /git fetch --unshallow/);
  });

  test('no repository and no commit are wrong usage', async (t) => {
    const [repository, folder] = [await aRepository(t, { 'a.txt': '' }), await aFolder(t)];
    repository.git('switch', '--quiet', '--orphan', 'empty');
    for (const root of [repository.root, folder]) {
      await assert.rejects(historyIn({ ...repository, root }).verify(), ConfigError);
    }
  });

  test('a repository without data has nothing to prove', async (t) => {
    const repository = await aRepository(t, { 'README.md': 'code\n' });
    const { problems, commits, lines } = await historyIn(repository).verify();
    assert.deepEqual([problems, commits, lines], [[], 0, 0]);
  });
});

test('a local replacement of an object is not the past', async (t) => {
  const history = await aHistory(t);
  await history.run({ [A]: listed('a', aListing({ version: '1.0.0' })) }, 0);
  const [own, other] = [
    history.git('rev-parse', `HEAD:${FILE_A}`).trim(),
    history.git('hash-object', '-w', DAY_1).trim(),
  ];
  history.git('replace', '-f', own, other);
  assert.deepEqual((await history.verify()).problems, []);
});
