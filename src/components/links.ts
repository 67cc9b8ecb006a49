import { toHref } from '../core/to-href.ts';

/** A folder or file of the site as the path of a link. */
export function link(path: string): string {
  return toHref(import.meta.env.BASE_URL, path);
}

/** Whether a page, by the path of its address, is this one or stands below it. */
export function isHere(pathname: string, path: string): boolean {
  return path === '' ? pathname === link('') : pathname.startsWith(link(path));
}

/** Links between the files of docs/ (`data.md#shards`) as links between their pages. */
export function linkPages(html: string): string {
  return html.replace(/ href="([a-z-]+)\.md(#[^"]*)?"/g, ' href="../$1/$2"');
}

/** The formats of every feed, as pages name them. */
export const FEEDS = [
  { file: 'atom.xml', title: 'Atom', type: 'application/atom+xml' },
  { file: 'feed.xml', title: 'RSS', type: 'application/rss+xml' },
  { file: 'feed.json', title: 'JSON', type: 'application/feed+json' },
] as const;
