import { type Instant, toInstant } from '../../core/instant.ts';

const HREF = /^[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i;
// Central and Apache: 2011-09-28 16:04; nginx and Artifactory: 28-Sep-2011 16:04; Nexus: Wed Sep 28 16:04:00 UTC 2011.
const DATE =
  /\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?|\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d(?::\d\d)?|[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}/;
// The date stands behind the link, with at most the tags of a table between them.
const NEAR = 400;

/**
 * When the folders of a directory listing were made, by name. Listings are web pages in no format in particular: what looks
 * like none gives nothing. Their times are taken for UTC, as Central’s are.
 */
export function readDirectory(page: string): ReadonlyMap<string, Instant> {
  const days = new Map<string, Instant>();
  for (const link of page.split(/<a\s/i).slice(1)) {
    const folder = folderName(HREF.exec(link.slice(0, 2048))?.[1] ?? '');
    const end = link.search(/<\/a>/i);
    const [date = ''] = DATE.exec(link.slice(end, end + NEAR)) ?? [];
    const publishedAt = toInstant(/^\d{4}/.test(date) ? date.replace(' ', 'T') : withZone(date));
    if (end >= 0 && folder !== undefined && publishedAt !== undefined) days.set(folder, publishedAt);
  }
  return days;
}

function withZone(date: string): string {
  return date.endsWith('UTC') || / UTC /.test(date) ? date : `${date.replaceAll('-', ' ')} UTC`;
}

function folderName(href: string): string | undefined {
  if (!href.endsWith('/')) return undefined;
  const name = href.slice(0, -1).split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
