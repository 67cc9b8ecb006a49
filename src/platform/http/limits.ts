const MEGABYTE = 1024 * 1024;

/** What a reply may cost at most. Times are milliseconds, sizes are bytes after decoding. */
export const LIMITS = {
  connectMs: 10_000,
  headersMs: 15_000,
  /** The longest silence between two pieces of a body; a slow drip is stopped by the deadline alone. */
  gapMs: 15_000,
  /** All tries, redirects, waits and the body together; the queue for a free socket does not count. */
  deadlineMs: 60_000,
  streamDeadlineMs: 15 * 60_000,
  bytes: 10 * MEGABYTE,
  headerBytes: 16 * 1024,
  redirects: 5,
  tries: 3,
  /** Requests in a row that could not reach a host, before the host is left alone for the rest of the run. */
  unreachable: 2,
  /** The longest wait that a host may ask for inside a run. */
  retryAfterMs: 60_000,
  /** How long a host is left alone that limits us and does not say until when. */
  untoldMs: 60_000,
} as const;

/** Bytes that one document of a registry may have: full packuments of 40 MB exist. */
export const REGISTRY_DOCUMENT_BYTES = 64 * MEGABYTE;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
