import { changeId } from '../core/change.ts';
import { parsePackage, releasePurl } from '../core/package.ts';
import { toHref } from '../core/to-href.ts';
import { CHANGE_WORDS } from '../derive/change-words.ts';
import type { ChangeItem } from '../derive/group-changes.ts';
import { isNews } from '../derive/is-news.ts';
import { countInWords } from '../derive/words.ts';
import { type FeedEntry, FULL_ENTRIES, MOST_ENTRIES } from '../feeds/feed-document.ts';
import type { Target } from '../outputs.ts';
import { detailIn, type Site } from '../site.ts';
import { changeHtml } from './change-html.ts';

/** The newest of these items as entries of a feed: what happens after publication, and no import. */
export function changeEntries(items: readonly ChangeItem[], site: Site, target: Target): FeedEntry[] {
  return items
    .filter(({ changes }) => changes.some(isNews))
    .slice(-MOST_ENTRIES)
    .toReversed()
    .map((item, index) => toEntry(item, index < FULL_ENTRIES, site, target));
}

function toEntry(item: ChangeItem, isFull: boolean, site: Site, { base, url }: Target): FeedEntry {
  const { first } = item;
  const { kind, severity, at } = first;
  const detail = detailIn(site, item);
  const title = titleOf(item, detail.words, site);
  const values = [detail.before?.short, detail.after?.short].filter((short) => short !== undefined);
  const edits =
    detail.diff && `${countInWords(detail.diff.added, 'line')} added, ${detail.diff.removed} removed`;
  const { means } = CHANGE_WORDS[kind];
  return {
    id: idOf(item),
    title,
    url: new URL(toHref(base, site.ledger.placeOf(first) ?? ''), url).href,
    published: at,
    updated: at,
    ...(isFull && { html: changeHtml(title, detail, means).markup }),
    summary: edits ?? (values.length > 0 ? values.join(' → ') : means),
    tags: [severity, kind, ...(site.ledger.projectOf(first.package)?.tags ?? [])],
  };
}

function titleOf({ first, changes }: ChangeItem, words: string, site: Site): string {
  const name = site.ledger.projectOf(first.package)?.name ?? first.package;
  const version = changes.length > 1 ? undefined : (site.ledger.entryOf(first)?.version ?? first.version);
  return `${name}${version === undefined ? '' : ` ${version}`}: ${words}`;
}

// The purl of what was changed, with the change as its fragment: an IRI that holds on every copy of the site.
function idOf({ first }: ChangeItem): string {
  const subject =
    first.version === undefined ? first.package : releasePurl(parsePackage(first.package), first.version);
  return `${subject}#${changeId(first)}`;
}
