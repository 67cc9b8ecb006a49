import type { Subscription } from './opml.ts';

/** What can be subscribed to: a project, a list, a tag, the whole site. */
export interface Subscribable {
  readonly name: string;
  /** Its folder, as the path of an address below the site. */
  readonly path: string;
  readonly tags: readonly string[];
}

/** Which of its feeds: the folder below its own, and what the feed has in it if that is not every release. */
export interface SubscribedKind {
  readonly path: string;
  readonly title: string;
}

/** The feed of a place in one file (`atom.xml`), below the site’s absolute address with its final slash. */
export function subscription(
  { name, path, tags }: Subscribable,
  kind: SubscribedKind,
  file: string,
  siteUrl: string,
): Subscription {
  const pageUrl = siteUrl + path;
  return {
    title: kind.path === '' ? name : `${name}: ${kind.title}`,
    feedUrl: pageUrl + kind.path + file,
    pageUrl,
    tags,
  };
}
