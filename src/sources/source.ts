import type { Instant } from '../core/instant.ts';
import type { Listings } from '../core/listing.ts';
import type { Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Credentials } from '../platform/credential.ts';
import type { FormatError, HostError } from '../platform/errors.ts';
import type { Http } from '../platform/http/http.ts';
import type { Receipt, Validators } from '../platform/http/validators.ts';
import type { Mirrors } from '../platform/mirrors.ts';

/** The four answers of a look-up. None can be mistaken for another. */
export type Fetched =
  | {
      readonly status: 'listed';
      readonly listings: Listings;
      /** To be remembered only after the listings were persisted; else a crash would hide a release behind a 304. */
      readonly receipts: readonly Receipt[];
    }
  | { readonly status: 'unchanged' }
  | { readonly status: 'gone'; readonly reason: string; readonly code: number }
  | { readonly status: 'failed'; readonly error: HostError | FormatError };

/** One package to look up, with the little that a source may need of what we hold. */
export interface LookUp {
  readonly package: Package;
  /** Releases published before this moment are not wanted. */
  readonly since: Instant | undefined;
  /** What we hold, so that no detail is asked for twice. Undefined before the first import. */
  readonly held: Held | undefined;
  /** Wants a whole listing, never `unchanged`: nothing is held yet, or something waits for a second look. */
  readonly fresh: boolean;
}

/** What a source may know of a package that was imported. */
export type Held = Pick<PackageRecord, 'upstream' | 'releases'>;

export interface Answer {
  readonly package: Package;
  readonly fetched: Fetched;
}

/** The outside world as sources see it. */
export interface World {
  readonly http: Http;
  readonly validators: Validators;
  readonly credentials: Credentials;
  /** Every public address passes through here, so that the owner can name a mirror for it. */
  readonly mirrors: Mirrors;
  readonly githubToken: string | undefined;
  readonly githubApiUrl: string;
  readonly githubUrl: string;
  /** The project folder, where npm looks for its own configuration. */
  readonly root: string;
}

/** The adapter for one upstream. Its capabilities are data: documentation, status page and tests read them. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** The purl types that it reads. */
  readonly types: readonly string[];
  readonly gives: {
    readonly date: string;
    readonly notes: string;
    readonly digests: string;
    readonly deletion: string;
  };
  /** How it notices that nothing changed, and at what cost. */
  readonly check: string;
  /** A page that a person may paste, and the purl that it means: an example for the documentation. */
  readonly example: { readonly address: string; readonly purl: string };
  /** The address that it asks unless a purl names another one; npm's is in npm's own configuration. */
  readonly home?: string | undefined;
  /** Packages that one request asks about at most; absent where each has its own. */
  readonly batch?: number;
  /** Its public home, if there is one; what `repository_url` names instead. */
  readonly homes: string;
  /** Environment variables that it reads, and what each is for. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers each look-up exactly once, in any order. Never throws for one package's sake. */
  readonly fetch: (lookUps: readonly LookUp[], world: World) => AsyncIterable<Answer>;
}
