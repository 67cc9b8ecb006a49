import { availableParallelism, cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** The machine in a few words, for the head of a report: no names. */
export function machine(): string {
  return `${cpus().length} cores, Node ${process.versions.node}`;
}

/**
 * Lets the heap grow by a quarter of what lives in it before the next sweep, in all threads, where V8 would let it grow several times
 * over: less memory for more computing.
 */
export function saveMemory(): void {
  setFlagsFromString('--heap-growing-percent=25');
}

/** How many threads can compute at once. */
export function cores(): number {
  return availableParallelism();
}

/** Whether this is the thread that the process began with. */
export function isFirstThread(): boolean {
  return isMainThread;
}
