import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { FetchingProject } from '../fetching-project.ts';

const WATCH = join(import.meta.dirname, '../../../scripts/watch.ts');

/** A running `npm run watch` of a project. */
export interface Running {
  /** All that it told so far. */
  readonly told: () => string;
  /** Resolves once it has told something. */
  readonly untilTold: (pattern: RegExp) => Promise<void>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts it; it does not outlive the test. */
export function startWatching(
  t: TestContext,
  { root, environment }: FetchingProject,
  args: readonly string[],
): Running {
  const child = spawn(process.execPath, [WATCH, ...args], { cwd: root, env: environment });
  t.after(() => child.kill('SIGKILL'));
  let told = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stderr.on('data', (chunk) => {
    told += String(chunk);
  });
  const untilTold = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(told) && resolve();
      look();
      child.stderr.on('data', look);
      ended.then((code) => reject(new Error(`it left with ${code} and told: ${told}`)));
    });
  return { told: () => told, untilTold, signal: (name) => child.kill(name), ended };
}
