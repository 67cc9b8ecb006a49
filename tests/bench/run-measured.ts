import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { startStopwatch } from '../../src/platform/stopwatch.ts';

/** What a program cost from its start to its end, Node's own start included. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all its threads, user and system. */
  readonly cpu: number;
  /** The most memory that it had, in MB. */
  readonly peak: number;
}

interface Place {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const Reported = z.object({ cpu: z.number(), peak: z.number() });
const REPORT_COST = join(import.meta.dirname, 'report-cost.ts');

// A machine's own npm configuration or proxy must not send a benchmark to a real host.
const OURS = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_|_proxy$/i.test(name)),
);

/** What a program wrote: its results, and what it told people. */
interface Written {
  readonly output: string;
  readonly told: string;
}

/**
 * Runs a program of Node by itself and measures it.
 * @param args the program, then its arguments
 * @throws Error with what it wrote, if it fails
 */
export async function runMeasured(
  args: readonly string[],
  { folder, environment }: Place = {},
): Promise<Cost & Written> {
  const report = join(tmpdir(), `tidings-cost-${process.pid}.json`);
  const seconds = startStopwatch();
  const child = spawn(process.execPath, ['--import', REPORT_COST, ...args], {
    cwd: folder,
    env: { ...OURS, ...environment, TIDINGS_BENCH_COST: report },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, told, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const wall = seconds();
  if (code !== 0) throw new Error(`${args.join(' ')} left with code ${code}\n${output}${told}`);
  const reported = Reported.parse(JSON.parse(await readFile(report, 'utf8')));
  await rm(report);
  return { wall, ...reported, output, told };
}
