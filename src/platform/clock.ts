/** Now, as ISO 8601 UTC with seconds. The only place that reads the clock for data; pure code is given the result. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** Now, in milliseconds since 1970: for what is waited for, never for data. */
export function milliseconds(): number {
  return Date.now();
}
