const HOUR_MS = 3_600_000;

/** The same work, left out where it was begun within the last hour: however often a round comes, nobody is asked more often. */
export function hourly<Result>(
  work: () => Promise<Result>,
  clock: () => number,
): () => Promise<Result | undefined> {
  let begunAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (clock() - begunAt < HOUR_MS) return undefined;
    begunAt = clock();
    return work();
  };
}
