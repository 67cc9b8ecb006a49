import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import type { Order, Scheme } from '../../src/versions/scheme.ts';
import type { Pair } from './pairs.ts';

/** A program and its arguments, run from the project folder. */
type Command = readonly [string, ...string[]];

/** -1, 0 or 1; ERR for a pair that is not of two versions. */
type Verdict = Order | 'ERR';

/** A pair that we judge differently on purpose. */
interface Exception {
  readonly pair: Pair;
  readonly ours: Verdict;
  readonly theirs: Verdict;
  /** Why, with the address of the rule or the bug. */
  readonly because: string;
}

/** An ecosystem's own implementation, which reads lines `a<TAB>b` and answers each with -1, 0, 1 or ERR. */
interface Oracle {
  readonly scheme: Scheme;
  /** `Dpkg::Version of libdpkg-perl`. */
  readonly tool: string;
  readonly command: Command;
  readonly environment?: Readonly<Record<string, string>>;
  /** Succeeds where the tool is installed, without running our program: a broken one must not pass for a missing tool. */
  readonly probe: Command;
  /** How to install it: `apt-get install -y libdpkg-perl`. */
  readonly remedy: string;
  /** False for an oracle that compares any two texts: then only pairs of what we call versions are compared. */
  readonly judgesValidity: boolean;
  readonly pairs: () => readonly Pair[];
  readonly exceptions?: readonly Exception[];
}

const FEWEST = 20_000;
const SHOWN = 20;

/** Compares `scheme.precedence` with what the ecosystem's own tool says, where that is installed. */
export function testOracle(oracle: Oracle): void {
  const { scheme, tool, probe, remedy, exceptions = [] } = oracle;

  describe(`${scheme.id} beside ${tool}`, { timeout: 300_000 }, () => {
    test('agrees on every pair', async (t) => {
      if (!(await succeeds(probe))) return t.skip(`${tool} is not installed: ${remedy}`);

      const pairs = oracle
        .pairs()
        .filter((pair) => oracle.judgesValidity || ourVerdict(scheme, pair) !== 'ERR');
      assert.ok(pairs.length >= FEWEST, `${pairs.length} pairs are too few`);
      const compared = pairs.filter((pair) => ourVerdict(scheme, pair) !== 'ERR').length;
      assert.ok(compared >= FEWEST / 2, `${compared} pairs of two versions are too few`);
      const verdicts = await ask(oracle, pairs);
      const excused = new Set(exceptions.map(({ pair }) => pair.join('\t')));
      const disagreements = pairs.flatMap((pair, index) => {
        const ours = ourVerdict(scheme, pair);
        if (ours === verdicts[index] || excused.has(pair.join('\t'))) return [];
        return [`${JSON.stringify(pair)}: ${ours} here, ${verdicts[index]} there`];
      });
      assert.equal(
        disagreements.length,
        0,
        `${disagreements.length} of ${pairs.length} pairs:\n${disagreements.slice(0, SHOWN).join('\n')}`,
      );
    });

    for (const { pair, ours, theirs, because } of exceptions) {
      test(`differs on ${pair.join(' and ')}: ${because}`, async (t) => {
        assert.equal(ourVerdict(scheme, pair), String(ours));
        if (!(await succeeds(probe))) return t.skip(`${tool} is not installed: ${remedy}`);
        assert.deepEqual(await ask(oracle, [pair]), [String(theirs)]);
      });
    }
  });
}

function ourVerdict(scheme: Scheme, [a, b]: Pair): string {
  return String(scheme.precedence(a, b) ?? 'ERR');
}

async function ask(
  { tool, command, environment }: Oracle,
  pairs: readonly Pair[],
): Promise<readonly string[]> {
  const lines = pairs.map((pair) => {
    assert.ok(!/[\t\r\n]/.test(pair.join('')), `${JSON.stringify(pair)} does not fit on a line`);
    return `${pair.join('\t')}\n`;
  });
  const { code, output } = await run(command, lines.join(''), environment);
  assert.equal(code, 0, `${tool} failed`);
  const verdicts = output.trimEnd().split('\n');
  assert.equal(verdicts.length, pairs.length, `${tool} did not answer line by line`);
  return verdicts;
}

async function succeeds(command: Command): Promise<boolean> {
  return (await run(command, '', {})).code === 0;
}

/** The exit code is undefined where the program could not be started. */
async function run(
  [program, ...args]: Command,
  input: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | undefined; output: string }> {
  const child = spawn(program, args, {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', input === '' ? 'ignore' : 'inherit'],
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code ?? undefined));
  });
  child.stdin.on('error', () => undefined); // A program that ends early is told by its exit code.
  child.stdin.end(input);
  const output = await text(child.stdout);
  return { code: await ended, output };
}
