import type { FormatError, HostError } from '../../platform/errors.ts';

/** Why something was not answered, and whether a smaller question may fare better. */
export interface Setback {
  readonly error: HostError | FormatError;
  readonly halve: boolean;
}

/** What came of one batch: the items that were answered, and why the others were not. */
export interface BatchReply<Item, Result> {
  readonly results: ReadonlyMap<Item, Result>;
  readonly setback?: Setback | undefined;
}

interface BatchPlan<Item, Result> {
  /** Items to ask for at once, to begin with. */
  readonly size: number;
  /** Batches under way at the same time. */
  readonly inFlight: number;
  readonly ask: (items: readonly Item[]) => Promise<BatchReply<Item, Result>>;
  /** The result of an item that stays without an answer. */
  readonly toFailure: (error: Setback['error']) => Result;
}

/**
 * Asks for items in batches, and gives each item's result exactly once, as answers come. What a batch leaves out is asked for again in
 * halves, down to one item, where the setback allows it; answers that did come are kept. After a batch that failed as a whole, further
 * batches begin at half its size.
 */
export async function* inBatches<Item, Result>(
  items: readonly Item[],
  { size, inFlight, ask, toFailure }: BatchPlan<Item, Result>,
): AsyncGenerator<readonly [Item, Result]> {
  const queue = createQueue(items, size);
  const running = new Set<Promise<void>>();
  const replies: { readonly batch: Batch<Item>; readonly reply: BatchReply<Item, Result> }[] = [];
  for (;;) {
    while (running.size < inFlight) {
      const batch = queue.take();
      if (batch === undefined) break;
      const asking = ask(batch.items).then((reply) => {
        replies.push({ batch, reply });
        running.delete(asking);
      });
      running.add(asking);
    }
    if (running.size === 0 && replies.length === 0) return;
    // Replies may have come while the caller was busy with the last ones.
    if (replies.length === 0) await Promise.race(running);
    for (const { batch, reply } of replies.splice(0)) {
      yield* reply.results;
      const left = batch.items.filter((item) => !reply.results.has(item));
      if (left.length === 0) continue;
      const { setback } = reply;
      if (setback === undefined) throw new Error('a batch left items out and did not say why');
      if (setback.halve && batch.items.length > 1) queue.halve(batch, left);
      else yield* left.map((item) => [item, toFailure(setback.error)] as const);
    }
  }
}

interface Batch<Item> {
  readonly items: readonly Item[];
  readonly isHalf: boolean;
}

interface Queue<Item> {
  readonly take: () => Batch<Item> | undefined;
  /** Puts back what is left of a batch, in parts of at most half its size. */
  readonly halve: (batch: Batch<Item>, left: readonly Item[]) => void;
}

function createQueue<Item>(items: readonly Item[], firstSize: number): Queue<Item> {
  const halves: (readonly Item[])[] = [];
  let size = firstSize;
  let next = 0;
  return {
    take() {
      // Halves come first: a trouble is brought to its end before the next one begins.
      const half = halves.pop();
      if (half !== undefined) return { items: half, isHalf: true };
      if (next >= items.length) return undefined;
      const batch = items.slice(next, next + size);
      next += batch.length;
      return { items: batch, isHalf: false };
    },
    halve({ items: asked, isHalf }, left) {
      const half = Math.ceil(asked.length / 2);
      if (left.length > half) halves.push(left.slice(half));
      halves.push(left.slice(0, half));
      if (!isHalf && left.length === asked.length) size = Math.min(size, half);
    },
  };
}
