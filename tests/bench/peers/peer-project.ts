/** A page around its notes: what stands before them and after them is given, ready made, out of our own page. */
export interface PeerPage {
  /** Below the site: that of a folder ends in `/`, and is made as its `index.html`. */
  readonly path: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Markdown. '' where a page shows none. */
  readonly notes: string;
}

export interface PeerRelease extends PeerPage {
  readonly at: string;
  readonly summary: string;
}

/** A feed, made in each of the three formats. */
export interface PeerFeed {
  /** The folder of its files. */
  readonly path: string;
  readonly title: string;
  /** The paths of its releases, in its order. */
  readonly items: readonly string[];
  /** How many of them carry their whole notes. */
  readonly full: number;
  /** Whether the others carry a summary, or their title alone, as in archives. */
  readonly summaries: boolean;
}

/** All that another generator is given beside the releases, of which each project has a file of its own. */
export interface PeerSite {
  readonly pages: readonly PeerPage[];
  readonly feeds: readonly PeerFeed[];
}

/** The file of `PeerSite`, and the folder of the projects’ files. */
export const SITE_FILE = 'site.json';
export const PROJECTS = 'projects';
