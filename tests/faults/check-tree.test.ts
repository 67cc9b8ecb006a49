import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRepository } from '../pipeline/a-repository.ts';
import { checkHistory } from './check-history.ts';
import { checkTree } from './check-tree.ts';

const AT = '2026-11-20T10:00:00Z';
const LATER = '2026-11-20T12:00:00Z';
const LEDGER = 'changes/2026/11/20.jsonl';
const A = 'releases/npm/a.json';

function file(name: string, versions: readonly string[], more: object = {}): string {
  const releases = versions.map((version) => ({ version, seenAt: version < '2' ? AT : LATER }));
  return `${JSON.stringify({ format: 1, package: `pkg:npm/${name}`, importedAt: AT, ...more, releases }, null, 1)}\n`;
}

function line(name: string, kind: string, version?: string, at = AT): string {
  return `${JSON.stringify({ at, kind, package: `pkg:npm/${name}`, version })}\n`;
}

const IMPORTED = line('a', 'imported');
const GOOD = { [A]: file('a', ['2', '1']), [LEDGER]: IMPORTED + line('a', 'published', '2', LATER) };

for (const [what, spoilt, problem] of [
  ['nothing', {}, undefined],
  ['half a file', { [A]: GOOD[A]?.slice(0, 40) ?? '' }, /a\.json: does not end with/],
  ['half a file with a line break', { [A]: `${GOOD[A]?.slice(0, 40)}\n` }, /a\.json: is no release file/],
  ['another order', { [A]: file('a', ['1', '2']) }, /out of order/],
  ['a version twice', { [A]: file('a', ['2', '2', '1']) }, /out of order, or there twice/],
  ['half a line', { [LEDGER]: `${IMPORTED}{"at":\n` }, /line 2 is no change/],
  ['a doubled line', { [LEDGER]: GOOD[LEDGER] + line('a', 'published', '2', LATER) }, /tells twice/],
  [
    'the same at another moment',
    { [LEDGER]: GOOD[LEDGER] + line('a', 'imported', undefined, LATER) },
    /tells twice/,
  ],
  ['news that nobody was told', { [LEDGER]: IMPORTED }, /pkg:npm\/a 2: is untold/],
  ['told, and not held', { [A]: file('a', ['1']) }, /no file holds it/],
  ['a shard without a split header', { 'releases/npm/a@2026.json': file('a', ['0']) }, /not split/],
  ['a stranger', { 'notes.txt': 'x\n' }, /notes\.txt: is a stranger/],
] as const) {
  test(`the checker of trees finds ${what}`, () => {
    const problems = checkTree(new Map(Object.entries({ ...GOOD, ...spoilt })), 'settled');
    if (problem === undefined) assert.deepEqual(problems, []);
    else assert.match(problems.join('\n'), problem);
  });
}

for (const [what, files, problem] of [
  ['one package and its line', { [A]: GOOD[A], [LEDGER]: GOOD[LEDGER] }, undefined],
  ['the line of another package', { [LEDGER]: IMPORTED + line('b', 'renamed') }, /mixed tree/],
  ['a package without its line', { [A]: `${file('a', ['1'], { upstream: 'x' })}` }, /mixed tree/],
  [
    'a ledger that was rewritten',
    { [LEDGER]: line('a', 'imported', undefined, LATER) },
    /is not appended to/,
  ],
  [
    'a file beside data',
    { '../README.md': 'x\n', [A]: GOOD[A], [LEDGER]: GOOD[LEDGER] },
    /README\.md is not below data/,
  ],
] as const) {
  test(`the checker of history judges a commit of ${what}`, async (t) => {
    const { root, git, write } = await aRepository(t, {
      [`data/${A}`]: file('a', ['1']),
      [`data/${LEDGER}`]: IMPORTED,
    });
    for (const [path, text = ''] of Object.entries(files)) write(`data/${path}`, text);
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message=next');
    const problems = await checkHistory(root);
    if (problem === undefined) assert.deepEqual(problems, []);
    else assert.match(problems.join('\n'), problem);
  });
}
