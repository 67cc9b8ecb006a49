import type { Instant } from '../core/instant.ts';

/** Where each format of a feed lives. */
export interface FeedUrls {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** Where a document stands among those that hold the whole history of a feed. https://www.rfc-editor.org/rfc/rfc5005#section-4 */
export interface FeedHistory {
  /** The archive before this document. */
  readonly previous?: FeedUrls | undefined;
  /** The archive after this one. */
  readonly next?: FeedUrls | undefined;
  /** The feed that people subscribe to, in an archive of it. */
  readonly current?: FeedUrls | undefined;
}

/** A feed before it has a format. All addresses are absolute, all HTML is safe already. */
export interface FeedDocument {
  /** A permanent IRI. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page that the feed belongs to. */
  readonly pageUrl: string;
  /** Where each format lives. */
  readonly urls: FeedUrls;
  /** Given where there are archives. */
  readonly history?: FeedHistory;
  /** The stylesheet for those who open the feed in a browser. */
  readonly stylesheetUrl?: string;
  /** Newest first. */
  readonly items: readonly FeedEntry[];
}

export interface FeedEntry {
  /** A permanent IRI that no edit and no move of the site changes: the release's purl. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: Instant;
  /** The last real change: a publication, an edit of the notes, a withdrawal … never a build. */
  readonly updated: Instant;
  /** The whole text as safe HTML with absolute addresses. Absent where the summary must do. */
  readonly html?: string;
  /** The first lines as plain text; empty in an archive. */
  readonly summary: string;
  readonly tags: readonly string[];
}

/** Entries in a feed. */
export const MOST_ENTRIES = 50;

/** Entries that carry their whole text, at most: feeds are most of a site's bytes. */
export const FULL_ENTRIES = 15;

/** The newest change in the feed, or the epoch for an empty one: a feed has no clock. */
export function updatedAt({ items }: FeedDocument): Instant {
  return items.reduce((newest, { updated }) => (updated > newest ? updated : newest), '1970-01-01T00:00:00Z');
}
