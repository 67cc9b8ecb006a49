/** One version of a package that a file says is in use. */
export interface Used {
  /** The canonical purl. */
  readonly package: string;
  /** Undefined where the file names none, such as a range, a branch or `latest`. */
  readonly version: string | undefined;
  /** Whether the file’s owner asked for it, and not only another package. */
  readonly isDirect: boolean;
  /** Whether it serves development alone. */
  readonly isDev: boolean;
}

/** Something in a file that is not among what is used, and the reason. */
export interface Skipped {
  readonly text: string;
  readonly why: string;
}

/** What a file holds, in an order that does not depend on its own. */
export interface Reading {
  readonly used: readonly Used[];
  readonly skipped: readonly Skipped[];
}
