import type { Instant } from '../../core/instant.ts';

/** One entry of a feed, whatever its form. */
export interface FeedItem {
  /** What its feed calls it for ever: Atom’s id, RSS’s guid, else its link, else a hash of title and date. */
  readonly id: string;
  /** Plain text on one line; its id where it has none. */
  readonly title: string;
  readonly publishedAt: Instant | undefined;
  readonly url: string | undefined;
  readonly author: string | undefined;
  /** HTML or text, as it is written there; '' where there is none. */
  readonly notes: string;
}

/** A feed, whatever its form. */
export interface FeedContent {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly homepage: string | undefined;
  /** In its order. */
  readonly items: readonly FeedItem[];
  /** Entries without anything to tell them by. */
  readonly dropped: number;
}

/** An entry as a form of feed has it: several places for each fact, the best first. */
export interface RawItem {
  readonly ids: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly isMarkup: boolean;
  readonly dates: readonly (string | undefined)[];
  readonly links: readonly (string | undefined)[];
  /** What its links are relative to, the outermost first. */
  readonly bases: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly notes: readonly (string | undefined)[];
}
