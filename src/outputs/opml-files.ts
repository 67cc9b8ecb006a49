import { compareText } from '../core/compare-text.ts';
import { listPath, OPML_FILE, projectPath, sourcePath, tagPath } from '../core/site-path.ts';
import { FEED_KINDS, type FeedKind } from '../derive/feed-kinds.ts';
import { type OpmlFolder, renderOpml, type Subscription } from '../feeds/opml.ts';
import { subscription } from '../feeds/subscription.ts';
import type { Target } from '../outputs.ts';
import type { ProjectView, Site } from '../site.ts';
import { writeOutput } from './write-output.ts';

type Outlines = readonly (OpmlFolder | Subscription)[];

/** Writes the feeds of every project as subscriptions: of the site in every filter, of a list, a tag and a source in all. */
export function writeOpml(site: Site, target: Target): void {
  const [all] = FEED_KINDS;
  const write = (path: string, title: string, outlines: Outlines) =>
    writeOutput(target.folder, path + OPML_FILE, renderOpml({ title, outlines }));
  for (const kind of FEED_KINDS) {
    const title = kind.path === '' ? 'Tidings' : `Tidings: ${kind.title}`;
    write(kind.path, title, ofSite(site, kind, target));
  }
  if (all === undefined) return;
  for (const { list, title, views } of site.lists) write(listPath(list), title, inTags(views, all, target));
  for (const { type, views } of site.sources) write(sourcePath(type), type, inTags(views, all, target));
  for (const { tag, views } of site.tags)
    write(
      tagPath(tag),
      tag,
      views.map((view) => toSubscription(view, all, target)),
    );
}

// Several lists are folders. A single one would be a folder of everything: then tags are.
function ofSite({ lists, projects }: Site, kind: FeedKind, target: Target): Outlines {
  if (lists.length < 2) return inTags(projects, kind, target);
  return lists.flatMap(({ list, title, views }) => {
    const first = views.filter(({ project }) => project.lists[0]?.list === list);
    if (first.length === 0) return [];
    return [{ title, subscriptions: first.map((view) => toSubscription(view, kind, target)) }];
  });
}

// A reader takes a feed once, so that a project stands in one folder: that of its first tag.
function inTags(views: readonly ProjectView[], kind: FeedKind, target: Target): Outlines {
  const byTag = Map.groupBy(views, ({ project }) => project.tags[0]);
  const folders = [...byTag].flatMap(([tag, tagged]) => {
    if (tag === undefined) return [];
    return [{ title: tag, subscriptions: tagged.map((view) => toSubscription(view, kind, target)) }];
  });
  const untagged = byTag.get(undefined) ?? [];
  return [
    ...folders.toSorted((a, b) => compareText(a.title, b.title)),
    ...untagged.map((view) => toSubscription(view, kind, target)),
  ];
}

function toSubscription({ project }: ProjectView, kind: FeedKind, { url }: Target): Subscription {
  const { id, name, tags } = project;
  return subscription({ name, tags, path: projectPath(id) }, kind, 'atom.xml', url);
}
