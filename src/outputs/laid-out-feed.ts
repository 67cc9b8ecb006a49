import { toHref } from '../core/to-href.ts';
import type { FeedEntry, FeedHistory, FeedUrls } from '../feeds/feed-document.ts';
import { FEED_FORMATS } from '../feeds/formats.ts';
import type { Target } from '../outputs.ts';
import type { OutputFile } from './project-outputs.ts';

/** A feed that is ready but for its format. */
export interface LaidOutFeed {
  /** The folder of its files, below the site. */
  readonly path: string;
  /** The folder of the page that it belongs to. */
  readonly pagePath: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly FeedEntry[];
  /** The folders of the documents before it, after it, and that it is an archive of. */
  readonly history?: { readonly [Place in keyof FeedHistory]: string | undefined };
}

/** A feed in every format. */
export function feedFiles(
  { path, pagePath, history = {}, ...feed }: LaidOutFeed,
  { base, url }: Target,
): OutputFile[] {
  const address = (below: string) => new URL(toHref(base, below), url).href;
  const urlsIn = (below: string): FeedUrls => ({
    rss: address(`${below}feed.xml`),
    atom: address(`${below}atom.xml`),
    json: address(`${below}feed.json`),
  });
  const urlsIf = (below: string | undefined) => (below === undefined ? undefined : urlsIn(below));
  const { previous, next, current } = history;
  const document = {
    ...feed,
    pageUrl: address(pagePath),
    urls: urlsIn(path),
    history: { previous: urlsIf(previous), next: urlsIf(next), current: urlsIf(current) },
    stylesheetUrl: address('feed.css'),
  };
  return FEED_FORMATS.map(({ file, render }) => ({ path: path + file, content: render(document) }));
}
