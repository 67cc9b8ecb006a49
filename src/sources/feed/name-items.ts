import { compareText } from '../../core/compare-text.ts';
import type { Release } from '../../core/release.ts';
import { fingerprint } from '../memory.ts';
import type { FeedItem } from './feed-item.ts';
import { shorten, titleVersion } from './title-version.ts';

/** An entry, and the version that it is held under. */
export interface NamedItem {
  readonly version: string;
  readonly item: FeedItem;
}

/**
 * Gives each entry a version, no two the same. What we hold under its id keeps its version, whatever becomes of the title. Else
 * the title tells; where several entries speak of one version, the oldest is the release, and the later ones go by their titles.
 */
export function nameItems(items: readonly FeedItem[], held: readonly Release[]): NamedItem[] {
  const byId = new Map(
    held.flatMap((release) => (release.id === undefined ? [] : [[release.id, release.version]])),
  );
  const byVersion = new Map(held.map((release) => [release.version, release]));
  const named = new Map<string, FeedItem>();
  const fresh: FeedItem[] = [];
  for (const item of newestPerId(items)) {
    const version = byId.get(item.id);
    if (version === undefined) fresh.push(item);
    else named.set(version, item);
  }
  for (const item of fresh.sort(oldestFirst)) {
    const isFree = (version: string) => !named.has(version) && isSame(item, byVersion.get(version));
    const title = shorten(item.title);
    const version = [titleVersion(item.title), title].find(isFree);
    named.set(version ?? `${title} (${fingerprint(item.id).slice(0, 8)})`, item);
  }
  return [...named].map(([version, item]) => ({ version, item }));
}

// A feed that lists an entry again after an edit has two of one id.
function newestPerId(items: readonly FeedItem[]): FeedItem[] {
  const newest = new Map<string, FeedItem>();
  for (const item of items) {
    const other = newest.get(item.id);
    if (other === undefined || (item.publishedAt ?? '') > (other.publishedAt ?? ''))
      newest.set(item.id, item);
  }
  return [...newest.values()];
}

function oldestFirst(a: FeedItem, b: FeedItem): number {
  return compareText(a.publishedAt ?? '9', b.publishedAt ?? '9') || compareText(a.id, b.id);
}

// A feed that moves gives its entries new ids: what still has its title or its date is the release that we hold.
function isSame({ id, title, publishedAt }: FeedItem, held: Release | undefined): boolean {
  if (held === undefined || held.id === undefined || held.id === id) return true;
  return held.title === title || (publishedAt !== undefined && held.publishedAt === publishedAt);
}
