import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { runVersions } from '../../src/pipeline/versions.ts';
import { ConfigError } from '../../src/platform/errors.ts';
import { createLog } from '../../src/platform/log.ts';

/** Runs a verb over chunks of text and gives what it wrote. */
async function run(words: readonly string[], chunks: readonly string[]) {
  const written: string[] = [];
  const logged: string[] = [];
  const output = new Writable({
    decodeStrings: false,
    // Slow, and full at once: what is written must wait.
    highWaterMark: 1,
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      setImmediate(done);
    },
  });
  const log = createLog((line) => logged.push(line));
  await runVersions(words, { input: Readable.from(chunks), output, log });
  assert.equal(output.writableEnded, false);
  return { output: written.join(''), logged: logged.join('') };
}

/** Scheme, lines, what is printed. */
const COMPARED: readonly (readonly [string, string, string])[] = [
  ['semver', '1.0.0\t1.0.1\n1.0.1\t1.0.0\n1.0.0+a\t1.0.0+b\n', '-1\n1\n0\n'],
  ['maven', '1.0\t1\n1.0-rc1\t1.0', '0\n-1\n'],
  ['semver', '1.0.0\tlatest\nlatest\t1.0.0\nlatest\tlatest\n', 'invalid\ninvalid\ninvalid\n'],
  ['docker', '3.12\t3.12.4\n3.12\t3.13\n', 'invalid\n-1\n'],
  ['loose', '1.0\n\n1\t2\t3\n\t\n1\t2\n', 'invalid\ninvalid\ninvalid\ninvalid\n-1\n'],
  ['go', 'v1\tv1.0.0\r\nv2\tv1\r\n', '0\n1\n'],
  ['loose', `1\t${'1'.repeat(300)}\n`, 'invalid\n'],
  ['semver', '', ''],
];

describe('versions compare', () => {
  for (const [scheme, lines, expected] of COMPARED) {
    test(`${scheme}: ${JSON.stringify(lines.slice(0, 60))}`, async () => {
      assert.deepEqual(await run(['compare', scheme], [lines]), { output: expected, logged: '' });
      assert.deepEqual(await run(['compare', scheme], [...lines]), { output: expected, logged: '' });
    });
  }
});

/** Scheme, lines, what is printed, what is said. */
const SORTED: readonly (readonly [string, string, string, string])[] = [
  ['semver', '1.10.0\n1.9.0\n1.9.0-rc.1', '1.9.0-rc.1\n1.9.0\n1.10.0\n', ''],
  [
    'semver',
    'main\n1.10.0\nlatest\n1.9.0\n',
    '1.9.0\n1.10.0\nlatest\nmain\n',
    '2 of 4 lines are no versions of semver\n',
  ],
  ['maven', 'b\na\n', 'a\nb\n', '2 of 2 lines are no versions of maven\n'],
  ['loose', '2\r\n1\r\n1\r\n', '1\n1\n2\n', ''],
  ['semver', '1.0.0\n\n', '1.0.0\n\n', '1 of 2 lines are no versions of semver\n'],
  ['semver', '', '', ''],
];

describe('versions sort', () => {
  for (const [scheme, lines, output, logged] of SORTED) {
    test(`${scheme}: ${JSON.stringify(lines)}`, async () => {
      assert.deepEqual(await run(['sort', scheme], [lines]), { output, logged });
      assert.deepEqual(await run(['sort', scheme], [...lines]), { output, logged });
    });
  }
});

test('versions takes many lines, in chunks that end anywhere', async () => {
  const count = 100_000;
  const versions = Array.from({ length: count }, (_, i) => `${(i * 7919) % count}.0.0`);
  const lines = `${versions.join('\n')}\n`;
  const chunks = Array.from({ length: Math.ceil(lines.length / 65_536) }, (_, i) =>
    lines.slice(i * 65_536, (i + 1) * 65_536),
  );
  const sorted = await run(['sort', 'semver'], chunks);
  assert.equal(sorted.output, Array.from({ length: count }, (_, i) => `${i}.0.0\n`).join(''));
  const compared = await run(
    ['compare', 'semver'],
    chunks.map((chunk) => chunk.replaceAll('\n', '\t50000.0.0\n')),
  );
  assert.equal(compared.output.match(/^-1$/gm)?.length, 50_000);
  assert.equal(compared.output.match(/^0$/gm)?.length, 1);
  assert.equal(compared.output.match(/^1$/gm)?.length, 49_999);
});

describe('versions names the remedy', () => {
  for (const [words, message, remedy] of [
    [[], /“” is nothing that can be done/, /compare, sort/],
    [['order', 'semver'], /“order”/, /compare, sort/],
    [['constructor', 'semver'], /“constructor”/, /compare, sort/],
    [['sort'], /no scheme “”/, /semver, .*maven, .*loose/],
    [['sort', 'toString'], /no scheme “toString”/, /semver/],
    [['sort', 'semver', '1.0.0', '2.0.0'], /“1.0.0 2.0.0” is too much/, /standard input/],
  ] as const) {
    test(words.join(' ') || 'no words', async () => {
      const error = await run(words, []).catch((cause: unknown) => cause);
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, message);
      assert.match(error.remedy ?? '', remedy);
    });
  }
});

test('versions lets other errors of its streams through', async () => {
  const input = new Readable({ read: () => input.destroy(new Error('torn')) });
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  await assert.rejects(
    runVersions(['sort', 'semver'], { input, output, log: createLog(() => true) }),
    /torn/,
  );
});

test('versions ends in silence where nobody reads on', async () => {
  const child = spawn(process.execPath, ['scripts/versions.ts', 'compare', 'semver'], {
    cwd: new URL('../..', import.meta.url),
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.on('error', () => undefined); // It ends before it has read all.
  child.stdout.once('data', () => child.stdout.destroy());
  Readable.from(Array.from({ length: 200 }, () => '1.0.0\t1.0.1\n'.repeat(5000))).pipe(child.stdin);
  assert.equal(await text(child.stderr), '');
  assert.equal(await ended, 0);
});
