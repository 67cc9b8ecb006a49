import type { Instant } from './instant.ts';
import type { Asset, Release } from './release.ts';
import type { Upstream } from './upstream.ts';

/**
 * What a source says about one release right now. A field that is absent is *not said* and leaves what we hold as it is;
 * `false`, `''` and `[]` are said, and clear it. So a poorer source never wipes what a richer one told.
 */
export interface Listing {
  readonly version: string;
  readonly id?: string;
  readonly publishedAt?: Instant;
  readonly commit?: string;
  readonly prerelease?: boolean;
  readonly yanked?: string | false;
  readonly deprecated?: string | false;
  /** Upstream itself says that this version existed and is gone (npm keeps the time of an unpublished version). */
  readonly tombstone?: true;
  readonly immutable?: boolean;
  readonly provenance?: string;
  readonly url?: string;
  readonly title?: string;
  readonly author?: string;
  readonly assets?: readonly Asset[];
  /** Raw text; made lines, and cut if need be, when it is stored. */
  readonly notes?: string;
  readonly notesFrom?: NonNullable<Release['notesFrom']>;
}

/** All that one look-up said about a package. Only a complete one can show an absence. */
export interface Listings {
  readonly upstream: Upstream;
  readonly releases: readonly Listing[];
  readonly complete: boolean;
  /** An incomplete listing is all that this upstream ever gives: a feed holds its newest entries. Not a failure, then. */
  readonly partial?: 'by nature';
  /** Elements of the reply that were malformed and left out. */
  readonly dropped: number;
}
