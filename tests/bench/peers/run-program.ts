import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { startStopwatch } from '../../../src/platform/stopwatch.ts';
import type { Cost } from '../run-measured.ts';

const LOOK_EVERY = 10;

/** Runs any program and measures it. The shell tells what its children have cost, which Node does not; `peak` is 0 where nobody tells. */
export async function runProgram(args: readonly string[], folder?: string): Promise<Cost> {
  const seconds = startStopwatch();
  const script = ['-c', '"$@" >&2 && times', 'sh', ...args];
  const running = promisify(execFile)('sh', script, { cwd: folder, maxBuffer: 1e9 });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, peakOfChildren(running.child.pid));
  }, LOOK_EVERY);
  const { stdout } = await running.finally(() => clearInterval(looking));
  const wall = seconds();
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)];
  const cpu = times.map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest?.replace(',', '.')));
  return { wall, cpu: cpu.reduce((sum, one) => sum + one, 0), peak };
}

/** The most memory that the children of a process have had so far, in MB: Linux keeps it while they run. */
function peakOfChildren(pid: number | undefined): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const peaks = children.map((child) => readFileSync(`/proc/${child}/status`, 'utf8'));
    return Math.max(0, ...peaks.map((status) => Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1000));
  } catch {
    // It has ended in between, or this is no Linux.
    return 0;
  }
}
