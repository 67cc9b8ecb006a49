import type { Memory } from '../memory.ts';

/** What was read besides the lists of versions. Without it there still is a listing, which says less. */
export interface Part {
  /** Documents that could not be read. */
  readonly failed: number;
  /** False where the next run must go on, although no list has changed: something was left for later, or failed for a while. */
  readonly isFinished: boolean;
  readonly memory: Memory;
}
