import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runNode } from '../../src/platform/run-node.ts';

const COMMAND = "{ name: 'x', summary: 'X', options: {} }";

/** Runs a main in a process of its own, as a script does. */
function runScript(main: string, environment: Readonly<Record<string, string>> = {}) {
  const code = `import { runCommand } from './src/platform/command.ts'; import { createServer } from 'node:http';
    import { ConfigError } from './src/platform/errors.ts'; await runCommand(${COMMAND}, ${main});`;
  return runNode(['--input-type=module', '--eval', code], { hearing: 'keep', environment });
}

describe('the process of a command', () => {
  const codes: readonly [string, number][] = [
    ['async () => 0', 0],
    ['async () => 1', 1],
    ["async () => { throw new ConfigError('no'); }", 2],
    ["async () => { throw new Error('no'); }", 1],
  ];
  for (const [main, code] of codes) {
    test(`${main} leaves with ${code}`, async () => {
      assert.equal((await runScript(main)).code, code);
    });
  }

  for (const name of ['GITHUB_TOKEN', 'GH_TOKEN', 'OPENAI_API_KEY']) {
    test(`never shows ${name}, whatever an error says`, async () => {
      const main = `async () => { throw new Error('refused: ' + process.env['${name}']); }`;
      const { output } = await runScript(main, { [name]: 'ghp_canary' });
      assert.equal(output.includes('ghp_canary'), false);
      assert.match(output, /refused: \*\*\*/);
    });
  }

  test('ends though a server still listens, and all that was printed arrives', async () => {
    const main = "async ({ print }) => { createServer().listen(0); print('x'.repeat(300_000)); return 0; }";
    const { code, output } = await runScript(main);
    assert.equal(code, 0);
    assert.equal(output.length, 300_000);
  });

  test('tells of an error that nobody awaited, and leaves with 1', async () => {
    const main =
      "async () => { Promise.reject(new Error('lost')); await new Promise(() => setTimeout(() => {}, 9e4)); }";
    const { code, output } = await runScript(main);
    assert.equal(code, 1);
    assert.match(output, /^Error: lost\n/);
  });

  test('shows stacks with TIDINGS_DEBUG=1', async () => {
    const { output } = await runScript("async () => { throw new ConfigError('no'); }", {
      TIDINGS_DEBUG: '1',
    });
    assert.match(output, /ConfigError: no\n\s+at /);
  });
});

describe('runNode', () => {
  test('gives the exit code, and both streams as they came', async () => {
    const code = "process.stdout.write('a', () => process.stderr.write('b', () => process.exit(3)))";
    assert.deepEqual(await runNode(['--eval', code], { hearing: 'keep' }), { code: 3, output: 'ab' });
  });

  test('counts an end by a signal as a failure', async () => {
    const { code } = await runNode(['--eval', "process.kill(process.pid, 'SIGKILL')"], { hearing: 'keep' });
    assert.equal(code, 1);
  });

  test('passes its surroundings on, and what is added', async () => {
    const code = 'process.stdout.write(process.env.EXTRA + (process.env.PATH !== undefined))';
    const { output } = await runNode(['--eval', code], { hearing: 'keep', environment: { EXTRA: 'yes ' } });
    assert.equal(output, 'yes true');
  });
});
