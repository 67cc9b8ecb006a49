import type { Entry } from './entry.ts';
import type { Says } from './says.ts';

/** What a feed of releases leaves in. Every place of the site that has feeds has one for each filter. */
export interface FeedFilter {
  readonly id: string;
  /** `Stable` */
  readonly name: string;
  /** The folder of its feeds below that of the place: `stable/`, or '' for all. */
  readonly path: string;
  /** What its entries are called, where they are not just releases: `stable releases`. */
  readonly title: string;
  /** One sentence for people who choose a feed. */
  readonly description: string;
  /** How many of its newest entries carry their whole notes. Feeds are most of a site's bytes. */
  readonly full: number;
  readonly keeps: (entry: Entry, says: Says) => boolean;
}

/** The filters of feeds, the plainest first. */
export const FEED_FILTERS: readonly FeedFilter[] = [
  {
    id: 'all',
    name: 'All',
    path: '',
    title: 'releases',
    description: 'Every release that the watchlists want shown',
    full: 15,
    keeps: () => true,
  },
  {
    id: 'stable',
    name: 'Stable',
    path: 'stable/',
    title: 'stable releases',
    description: 'No pre-releases',
    full: 5,
    keeps: ({ prerelease }) => !prerelease,
  },
  {
    id: 'major',
    name: 'Major',
    path: 'major/',
    title: 'major releases',
    description: 'Major versions, and minor ones below 1.0',
    full: 5,
    keeps: ({ step, prerelease }) => step.breaking && !prerelease,
  },
  {
    id: 'breaking',
    name: 'Breaking',
    path: 'breaking/',
    title: 'breaking releases',
    description: 'Releases whose number or whose notes say that they break something',
    full: 15,
    keeps: (entry, { breaks }) => breaks(entry),
  },
  {
    id: 'security',
    name: 'Security',
    path: 'security/',
    title: 'security releases',
    description: 'Releases that fix a known vulnerability, or whose notes say that they fix one',
    full: 15,
    keeps: (entry, { secures }) => secures(entry),
  },
];
