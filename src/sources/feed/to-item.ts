import { fingerprint } from '../memory.ts';
import { feedDate } from './feed-date.ts';
import type { FeedItem, RawItem } from './feed-item.ts';

const LONGEST_ID = 1024;
const LONGEST_URL = 2048;
const LONGEST_NAME = 200;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** An entry in our words; undefined for one that has nothing to tell it by. */
export function toItem(raw: RawItem): FeedItem | undefined {
  const url = first(raw.links.map((link) => resolveUrl(link, raw.bases)));
  const title = plainTitle(raw.title, raw.isMarkup);
  const date = first(raw.dates.map(feedDate));
  const named = first([...raw.ids.map((id) => id?.trim()), url]);
  if (named === undefined && title === '') return undefined;
  const id = named ?? fingerprint([title, date]);
  return {
    id: id.length > LONGEST_ID ? fingerprint(id) : id,
    title: title === '' ? oneLine(id) : title,
    publishedAt: date,
    url,
    author: first(raw.authors.map(personName)),
    notes: first(raw.notes) ?? '',
  };
}

/** A link as a whole address; undefined for what leads to no web page. */
export function resolveUrl(
  link: string | undefined,
  bases: readonly (string | undefined)[],
): string | undefined {
  if (link === undefined) return undefined;
  let base: string | undefined;
  for (const text of bases) base = (text === undefined ? null : URL.parse(text, base))?.href ?? base;
  const url = URL.parse(link.trim(), base);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isWeb && url.href.length <= LONGEST_URL ? url.href : undefined;
}

/** Without line breaks, control characters, and halves of characters. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
}

/** A title as text: only where a form says that it is HTML does it have tags. */
export function plainTitle(title: string | undefined, isMarkup: boolean): string {
  if (title === undefined || !isMarkup) return oneLine(title ?? '');
  const text = title.replace(/<\/?[a-z][^<>]*>/gi, '');
  return oneLine(text.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity));
}

// RSS wants `mail@host (Name)`. A mail address is nobody’s name, and not for us to publish.
function personName(text: string | undefined): string | undefined {
  const [, name = text] = /^\S+@\S+\s+\(([^()]+)\)$/.exec(text?.trim() ?? '') ?? [];
  const plain = oneLine(name ?? '').slice(0, LONGEST_NAME);
  return plain === '' || /^\S+@\S+$/.test(plain) ? undefined : plain;
}

function first(values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== '');
}
