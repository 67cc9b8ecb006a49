import { type FeedDocument, MOST_ENTRIES } from './feed-document.ts';
import { feedText } from './feed-text.ts';
import { oncePerEntry } from './once-per-entry.ts';

/** A feed as every format can hold it: its newest entries, and no text that XML forbids, that turns a line around or that a terminal obeys. */
export function cleanFeed(document: FeedDocument): FeedDocument {
  const { title, description, items } = document;
  return {
    ...document,
    title: feedText(title),
    description: feedText(description),
    items: items.slice(0, MOST_ENTRIES).map(cleanEntry),
  };
}

const cleanEntry = oncePerEntry((entry) => ({
  ...entry,
  id: feedText(entry.id),
  title: feedText(entry.title),
  url: feedText(entry.url),
  ...(entry.html !== undefined && { html: feedText(entry.html) }),
  summary: feedText(entry.summary),
  tags: entry.tags.map(feedText),
}));
