/** Where a public address is read from: the owner's mirror, or itself. Addresses have no final slash. */
export type Mirrors = (address: string) => string;

/** Reads `public=mirror` pairs; the longest public address that fits counts. */
export function createMirrors(pairs: ReadonlyMap<string, string>): Mirrors {
  const longestFirst = [...pairs].sort(([a], [b]) => b.length - a.length);
  return (address) => {
    for (const [from, to] of longestFirst) {
      if (address === from || address.startsWith(`${from}/`)) return to + address.slice(from.length);
    }
    return address;
  };
}
