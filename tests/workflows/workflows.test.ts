import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../src/platform/root.ts';
import { findFaults } from './find-faults.ts';

const FOLDER = join(ROOT, '.github/workflows');
const { scripts } = Object(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const SCRIPTS = Object.keys(scripts);
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const GOOD = `on:
  schedule:
    - cron: '23 * * * *'
  push:
permissions: {}
concurrency: { group: tidings-data, cancel-in-progress: false }
jobs:
  a:
    permissions: { contents: write }
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - run: npm run fetch -- --out "$OUT"
        env: { OUT: '\${{ runner.temp }}' }
`;

describe('the rules for workflows', () => {
  test('have nothing against a good one', () => {
    assert.deepEqual(findFaults(GOOD, ['fetch']), []);
  });

  for (const [what, from, to, fault] of [
    [
      'a tag for a pin',
      '@3d3c42e5aac5ba805825da76410c181273ba90b1',
      '@v7',
      /a: is not pinned: actions\/checkout@v7/,
    ],
    ['a short hash', '3d3c42e5aac5ba805825da76410c181273ba90b1', '3d3c42e', /is not pinned/],
    ['a pin without its version', ' # v7.0.1', '', /a pin without its version/],
    [
      'rights for all jobs',
      'permissions: {}',
      'permissions: { contents: read }',
      /rights that no job asked for/,
    ],
    ['the default rights', 'permissions: {}\n', '', /rights that no job asked for/],
    [
      'a job with the default rights',
      '    permissions: { contents: write }\n',
      '',
      /a: does not say its rights/,
    ],
    ['no time limit', '    timeout-minutes: 5\n', '', /a: may run for ever/],
    ['a writer in no group', /^concurrency.*\n/m, '', /a: writes beside other writers/],
    ['a writer in another group', 'tidings-data', 'other', /a: writes beside other writers/],
    [
      'a writer that is cancelled',
      'in-progress: false',
      'in-progress: true',
      /a: writes beside other writers/,
    ],
    ['an expression in a script', '"$OUT"', `"\${{ runner.temp }}"`, /a: an expression in a script/],
    ['a command that is none', 'run fetch', 'run fetsh', /a: npm run fetsh does not exist/],
    ['the full hour', "'23 ", "'0 ", /runs at the full hour/],
    ['every minute', "'23 ", "'* ", /runs at the full hour/],
    ['strangers’ pull requests', '  push:', '  pull_request_target:', /is run by pull_request_target/],
    [
      'a long script',
      'npm run fetch -- --out "$OUT"',
      `|\n${'          true\n'.repeat(21)}`,
      /does too much/,
    ],
  ] as const) {
    test(`find ${what}`, () => {
      assert.match(findFaults(GOOD.replace(from, to), ['fetch']).join('\n'), fault);
    });
  }
});

describe('the workflows', () => {
  const names = readdirSync(FOLDER).filter((name) => /\.ya?ml$/.test(name));

  for (const name of names) {
    test(`${name} keeps the rules`, () => {
      assert.deepEqual(findFaults(read(name), SCRIPTS), []);
    });
  }

  test('are those that the documentation tells of', () => {
    for (const name of ['check.yml', 'update.yml', 'verify.yml']) assert.ok(names.includes(name), name);
  });

  test('give the job that reads strangers’ texts no right to write, and the one that writes no token of a host', () => {
    const [, collect = '', advise = '', commit = ''] =
      /\n {2}collect:([\s\S]*?)\n {2}advise:([\s\S]*?)\n {2}commit:([\s\S]*?)\n {2}build:/.exec(
        read('update.yml'),
      ) ?? [];
    for (const reading of [collect, advise]) {
      assert.match(reading, /permissions: \{ contents: read \}/);
      assert.match(reading, /persist-credentials: false/);
    }
    assert.match(commit, /permissions: \{ contents: write \}/);
    assert.doesNotMatch(commit, /secrets\.|GITHUB_TOKEN|--shard/);
    const asking = commit.match(/npm run (?:fetch|advise)\b.*/g) ?? [];
    assert.deepEqual([asking.length, asking.filter((line) => !line.includes('--apply'))], [2, []]);
  });

  test('do nothing until the watchlist is the owner’s: every job of the update waits for that', () => {
    const jobs = read('update.yml')
      .split(/\n {2}(?=\w+:\n)/)
      .slice(1);
    const waiting = jobs.filter((job) =>
      /own\.outputs\.own == 'true'|needs\.(?:commit|build)\.result == 'success'/.test(job),
    );
    assert.equal(waiting.length, jobs.filter((job) => job.includes('runs-on:')).length - 1);
  });
});
