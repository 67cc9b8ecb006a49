import { startStopwatch } from '../platform/stopwatch.ts';
import type { Check } from './checks.ts';

/** Runs checks side by side and tells of each as it ends. Returns the names of those that failed, in their order. */
export async function runChecks(
  checks: readonly Check[],
  report: (text: string) => void,
): Promise<readonly string[]> {
  const outcomes = await Promise.all(checks.map((check) => runCheck(check, report)));
  return checks.filter((_, index) => outcomes[index] === false).map(({ name }) => name);
}

async function runCheck({ name, run }: Check, report: (text: string) => void): Promise<boolean> {
  const seconds = startStopwatch();
  const problem = await run();
  const time = `${seconds().toFixed(1)} s`;
  if (problem === undefined) report(`✔ ${name} (${time})\n`);
  else report(`✖ ${name} (${time})\n\n${problem}\n\n`);
  return problem === undefined;
}
