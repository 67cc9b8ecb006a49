import type { Instant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Upstream } from '../../core/upstream.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import type { FilesAtTag } from '../changelog-at-tag.ts';

/** One project at one forge: where its documents are, and what they mean. The rest is the same for all (read-forge.ts). */
export interface Forge {
  /** What all requests for JSON have in common. */
  readonly request: HttpRequest;
  readonly project: {
    readonly url: string;
    /** Undefined for a document that is not about a project. */
    readonly read: (document: unknown) => Project | undefined;
  };
  readonly lists: Readonly<Record<ListKind, List>>;
  /** The header in which a page of a list tells how many elements the whole has. */
  readonly totalHeader: string;
  /** Whether a page's ETag can be relied on. */
  readonly hasETags: boolean;
  /** Whether a list of tags changes when one of them gets a release. */
  readonly tagsTellReleases: boolean;
  readonly files: FilesAtTag;
}

export interface Project {
  readonly upstream: Upstream;
  /** False where the owner has turned releases off, or hides them. */
  readonly hasReleases: boolean;
}

export type ListKind = 'releases' | 'tags';

export interface List {
  /** The address of its first page. */
  readonly url: (pageSize: number) => string;
  readonly largestPage: number;
  /** Undefined for an element that has not even a version. `now` is the forge's own time, if it told it. */
  readonly read: (element: unknown, now: Instant | undefined) => Entry | undefined;
}

/** One element of a list. */
export interface Entry {
  readonly listing: Listing;
  /** Broken: only its version could be read. Drafts, and what is upcoming, are not published yet. */
  readonly state?: 'broken' | 'draft' | 'upcoming';
  /** A tag for which there is a release. */
  readonly isReleased?: true;
}
