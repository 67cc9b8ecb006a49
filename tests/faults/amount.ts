/** `TIDINGS_TRUST=full` asks for all that is promised; without it, a short seed of the same. */
export const isFull = process.env['TIDINGS_TRUST'] === 'full';

/** What the dice of these tests begin with; a failure names it. */
export const SEED = Number(process.env['TIDINGS_SEED'] ?? 20_261_120);

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of these, spread evenly; all where there are not more. */
export function spread<Item>(all: readonly Item[], most: number): Item[] {
  if (all.length <= most) return [...all];
  return all.filter(
    (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );
}
