import { startStopwatch } from '../../src/platform/stopwatch.ts';

/** Seconds that a piece of work took: on the wall's clock, and of all cores. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

/** Does a piece of work in this process and tells what it took. */
export async function measure<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly time: Time; readonly result: Result }> {
  const before = process.cpuUsage();
  const seconds = startStopwatch();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { time: { wall: seconds(), cpu: (user + system) / 1e6 }, result };
}
