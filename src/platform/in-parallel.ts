/**
 * Does work for each item, at most so many at once, and yields the results as they come. Where results are not taken, no
 * new work begins.
 */
export async function* inParallel<Item, Result>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running = new Map<number, Promise<readonly [number, Result]>>();
  let started = 0;
  const takeFirst = async () => {
    const [id, result] = await Promise.race(running.values());
    running.delete(id);
    return result;
  };
  for (const item of items) {
    const id = started;
    running.set(
      id,
      work(item).then((result) => [id, result] as const),
    );
    started += 1;
    if (running.size >= most) yield await takeFirst();
  }
  while (running.size > 0) yield await takeFirst();
}
