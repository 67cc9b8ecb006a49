/** Errors by who must act. Each names its subject and its problem in the message, the cure in `remedy`, and keeps its cause. */
interface Details {
  readonly cause?: unknown;
  /** What a person can do about it, one sentence. */
  readonly remedy?: string;
  /** The HTTP status that told us, if one did. */
  readonly status?: number;
  /** The moment, as ISO 8601 UTC, before which a host does not want to be asked again. */
  readonly retryAt?: string;
}

class TidingsError extends Error {
  readonly remedy: string | undefined;
  readonly status: number | undefined;
  readonly retryAt: string | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.name = new.target.name;
    this.remedy = details.remedy;
    this.status = details.status;
    this.retryAt = details.retryAt;
  }
}

/** The host must act: it does not answer, refuses, limits, or took too long. */
export class HostError extends TidingsError {}

/** Their format is not what we read: wrong content type, broken JSON, a missing field, too large. */
export class FormatError extends TidingsError {}

/** The disk must act: it is full, read-only or broken. */
export class DiskError extends TidingsError {}

/** Our own configuration is wrong: scripts leave with exit code 2. */
export class ConfigError extends TidingsError {}
