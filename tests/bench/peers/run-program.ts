import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startStopwatch } from '../../../src/platform/stopwatch.ts';
import type { Cost } from '../run-measured.ts';

/** Runs any program and measures it. The shell tells what its children have cost, which Node does not; their memory nobody tells. */
export async function runProgram(args: readonly string[], folder?: string): Promise<Cost> {
  const seconds = startStopwatch();
  const script = ['-c', '"$@" >&2 && times', 'sh', ...args];
  const { stdout } = await promisify(execFile)('sh', script, { cwd: folder, maxBuffer: 1e9 });
  const wall = seconds();
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)];
  const cpu = times.map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest?.replace(',', '.')));
  return { wall, cpu: cpu.reduce((sum, one) => sum + one, 0), peak: 0 };
}
