import { createRandom } from '../bench/make-notes.ts';

/** Chance that falls the same way for the same seed. */
export interface Chance {
  /** A whole number from 0 to below this. */
  readonly below: (count: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <Item>(from: readonly [Item, ...Item[]]) => Item;
  readonly shuffle: <Item>(items: Iterable<Item>) => Item[];
}

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    happens: (probability) => random() < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
    shuffle(items) {
      const drawn = [...items].map((item) => ({ item, place: random() }));
      return drawn.sort((a, b) => a.place - b.place).map(({ item }) => item);
    },
  };
}
