import type { Instant } from '../../core/instant.ts';

/** One file that a commit added, changed or removed: its blobs before and after. */
export interface FileChange {
  /** Below data/. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A commit that touched data/, and what its trailers say. */
export interface DataCommit {
  readonly id: string;
  readonly parents: readonly string[];
  /** The committer's date. */
  readonly at: Instant;
  readonly run: string | undefined;
  readonly operation: string | undefined;
  /** The purl, where the commit is about one package. */
  readonly package: string | undefined;
  readonly files: readonly FileChange[];
  /** The blobs of the watchlists in its tree, by path below data/; commits that leave them as they were share one map. */
  readonly watchlists: ReadonlyMap<string, string>;
}
