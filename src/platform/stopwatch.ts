/** Starts a stopwatch: each call gives the seconds since then. */
export function startStopwatch(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}
