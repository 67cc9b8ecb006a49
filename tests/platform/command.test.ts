import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Main, runIn } from '../../src/platform/command.ts';
import type { Command } from '../../src/platform/command-line.ts';
import { ConfigError, HostError } from '../../src/platform/errors.ts';
import { createLog } from '../../src/platform/log.ts';

const COMMAND = {
  name: 'fetch',
  summary: 'Read releases',
  options: {
    only: { type: 'string', value: 'purl', short: 'o', help: 'one package' },
    strict: { type: 'boolean', help: 'be strict' },
  },
} as const satisfies Command;
const WITH_FILES = { ...COMMAND, positionals: { value: 'files', help: 'these files' } } as const;

interface Ran {
  readonly code: number;
  readonly logged: string;
  readonly printed: string;
}

async function run<C extends Command>(
  command: C,
  args: readonly string[],
  main: Main<C>,
  isDebug = false,
): Promise<Ran> {
  const logged: string[] = [];
  const printed: string[] = [];
  const log = createLog((line) => logged.push(line));
  const code = await runIn({ args, log, print: (text) => printed.push(text), isDebug }, command, main);
  return { code, logged: logged.join(''), printed: printed.join('') };
}

describe('a command', () => {
  test('is given its options and what follows them', async () => {
    const ran = await run(WITH_FILES, ['--only', 'pkg:npm/a', '--strict', 'b', 'c'], async (call) => {
      assert.equal(call.value('only'), 'pkg:npm/a');
      assert.equal(call.flag('strict'), true);
      assert.deepEqual(call.positionals, ['b', 'c']);
      call.print('result\n');
      call.log('note');
      return undefined;
    });
    assert.deepEqual(ran, { code: 0, logged: 'note\n', printed: 'result\n' });
  });

  test('sees options that were not given as absent', async () => {
    const ran = await run(COMMAND, [], async ({ value, flag, positionals }) => {
      assert.equal(value('only'), undefined);
      assert.equal(flag('strict'), false);
      assert.deepEqual(positionals, []);
      return 1;
    });
    assert.equal(ran.code, 1);
  });

  for (const args of [['--help'], ['-h'], ['--strict', '--help']]) {
    test(`${args.join(' ')} prints its help and does nothing`, async () => {
      const ran = await run(WITH_FILES, args, () => assert.fail('it ran'));
      const lines = [
        'Read releases.',
        '',
        'Usage: npm run fetch -- [options] <files>',
        '',
        '  <files>            these files',
        '  -o, --only <purl>  one package',
        '  --strict           be strict',
        '  -h, --help         show this text',
        '',
      ];
      assert.deepEqual(ran, { code: 0, logged: '', printed: lines.join('\n') });
    });
  }

  const wrong: readonly [string[], RegExp][] = [
    [['--push'], /^fetch: Unknown option '--push'\n/],
    [['more'], /^fetch: Unexpected argument 'more'/],
    [['--only'], /^fetch: Option '-o, --only <value>' argument missing\n/],
    [['--strict=yes'], /^fetch: Option '--strict' does not take an argument\n/],
  ];
  for (const [args, message] of wrong) {
    test(`${args.join(' ')} is wrong usage`, async () => {
      const ran = await run(COMMAND, args, () => assert.fail('it ran'));
      assert.equal(ran.code, 2);
      assert.match(ran.logged, message);
      assert.match(ran.logged, /Remedy: see npm run fetch -- --help\.\n$/);
    });
  }
});

describe('an error of a command', () => {
  const failing = (error: unknown, isDebug?: boolean) =>
    run(COMMAND, [], () => Promise.reject(error), isDebug);

  test('of our configuration leaves with 2, its lines and its remedy', async () => {
    const ran = await failing(new ConfigError('main.yml:1: a\nmain.yml:2: b', { remedy: 'mend both' }));
    assert.deepEqual(ran, {
      code: 2,
      logged: 'main.yml:1: a\nmain.yml:2: b\nRemedy: mend both.\n',
      printed: '',
    });
  });

  test('of a host leaves with 1', async () => {
    const ran = await failing(new HostError('example.com: timed out'));
    assert.deepEqual(ran, { code: 1, logged: 'example.com: timed out\n', printed: '' });
  });

  test('of ours leaves with 1 and tells how to see more', async () => {
    const { code, logged } = await failing(new TypeError('x is undefined'));
    assert.equal(code, 1);
    assert.equal(logged.split('\n')[0], 'TypeError: x is undefined');
    assert.match(logged, /TIDINGS_DEBUG=1/);
    assert.doesNotMatch(logged, /command\.test\.ts/);
  });

  test('shows its stack and its cause where that is asked for', async () => {
    const { logged } = await failing(new HostError('no answer', { cause: new Error('the cause') }), true);
    assert.match(logged, /command\.test\.ts/);
    assert.match(logged, /the cause/);
  });

  test('cannot act on the terminal', async () => {
    const { logged } = await failing(new HostError('\u001b[2J\n::error::x'));
    assert.equal(logged, '\\u{1b}[2J\n\\u{3a}:error::x\n');
  });

  test('that is no Error is told all the same', async () => {
    assert.deepEqual(await failing('thrown text'), { code: 1, logged: 'thrown text\n', printed: '' });
  });

  test('of a command that throws before its first await is caught', async () => {
    const ran = await run(COMMAND, [], () => {
      throw new ConfigError('at once');
    });
    assert.equal(ran.code, 2);
  });
});
