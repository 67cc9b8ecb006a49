import { renderOpml, type Subscription } from '../../feeds/opml.ts';
import { type Subscribable, type SubscribedKind, subscription } from '../../feeds/subscription.ts';

/** What a reader ticked. */
export interface Choice {
  readonly places: readonly Subscribable[];
  readonly kind: SubscribedKind;
  /** `atom.xml` */
  readonly file: string;
  /** The site’s absolute address, with a final slash. */
  readonly siteUrl: string;
}

/** What they need for it: the feeds, their addresses a line each, a file for the import, and how many there are. */
export interface ChosenFeeds {
  readonly feeds: readonly Subscription[];
  readonly addresses: string;
  readonly opml: string;
  readonly says: string;
}

/** The feeds of a choice. */
export function chosenFeeds({ places, kind, file, siteUrl }: Choice): ChosenFeeds {
  const feeds = places.map((place) => subscription(place, kind, file, siteUrl));
  const title = kind.path === '' ? 'Tidings' : `Tidings: ${kind.title}`;
  return {
    feeds,
    addresses: feeds.map(({ feedUrl }) => feedUrl).join('\n'),
    opml: renderOpml({ title, outlines: feeds }),
    says: feeds.length === 0 ? 'Nothing is ticked yet.' : `${inWords(feeds.length)} of ${kind.title}.`,
  };
}

/** The address that a feed reader takes for itself, where one is installed for it. */
export function readerUrl(feedUrl: string): string {
  return `feed:${feedUrl}`;
}

function inWords(count: number): string {
  return count === 1 ? '1 feed' : `${count} feeds`;
}
