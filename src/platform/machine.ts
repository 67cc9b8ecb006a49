import { availableParallelism, cpus } from 'node:os';

/** The machine in a few words, for the head of a report: no names. */
export function machine(): string {
  return `${cpus().length} cores, Node ${process.versions.node}`;
}

/** How many threads can compute at once. */
export function cores(): number {
  return availableParallelism();
}
