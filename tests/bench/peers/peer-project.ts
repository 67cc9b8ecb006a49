import { FEED_FILTERS } from '../../../src/derive/feed-filters.ts';

/** A page around its notes: what stands before them and after them is given, ready made, out of our own page. */
export interface PeerPage {
  readonly path: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly notes: string;
}

export interface PeerRelease extends PeerPage {
  readonly at: string;
  readonly summary: string;
  /** The filters of feeds that leave it in. */
  readonly filters: readonly string[];
}

/** All that another generator is given of a project. */
export interface PeerProject {
  readonly page: PeerPage;
  readonly releases: readonly PeerRelease[];
}

/** The feeds of each project: those of its filters, and that of its changes, which is empty in made-up data. */
export const PEER_FEEDS = [...FEED_FILTERS, { id: 'changes', path: 'changes/', full: 0 }].map(
  ({ id, path, full }) => ({ id, path, full }),
);
