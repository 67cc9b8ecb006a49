/** What the dice of these tests begin with; a failure names it. */
export const SEED = Number(process.env['TIDINGS_SEED'] ?? 20_261_120);

/** So many of these, spread evenly; all where there are not more. */
export function spread<Item>(all: readonly Item[], most: number): Item[] {
  if (all.length <= most) return [...all];
  return all.filter(
    (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );
}
