/** A version and another, mostly one that is close to it. */
export type Pair = readonly [string, string];

/** What the versions of a scheme are made of. */
export interface Grammar {
  /** One fragment out of each list makes a version; the empty one stands for a part that is left out. */
  readonly slots: readonly (readonly string[])[];
  /** Fragments that mutations insert. Those of the slots by default. */
  readonly inserted?: readonly string[];
  /** Versions as people write them. */
  readonly real: readonly string[];
}

/** Always the same pairs for the same grammar: half of them a version and its mutation, the rest any two versions. */
export function makePairs({ slots, inserted = slots.flat(), real }: Grammar, count = 24_000): Pair[] {
  const random = randomFrom(20_261_120);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[random(items.length)];
    if (item === undefined) throw new Error('a grammar needs something to pick from');
    return item;
  };

  function version(): string {
    return random(3) === 0 ? pick(real) : slots.map(pick).join('');
  }

  // One fragment inserted, one run of characters dropped or doubled, or one digit changed.
  function mutate(text: string): string {
    const at = random(text.length + 1);
    const end = at + 1 + random(2);
    return pick([
      () => text.slice(0, at) + pick(inserted) + text.slice(at),
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at) + text.slice(at).replace(/\d/, String(random(10))),
    ])();
  }

  const partners = [
    (text: string) => mutate(text),
    (text: string) => mutate(mutate(text)),
    () => pick(real),
    () => version(),
  ];
  return Array.from({ length: count }, () => {
    const first = random(4) === 0 ? mutate(version()) : version();
    return [first, pick(partners)(first)];
  });
}

// Mulberry32: small, and the same everywhere. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
