import { packageName } from '../core/package.ts';
import {
  CHANGES_PATH,
  listPath,
  projectChangesPath,
  projectPath,
  sourcePath,
  tagPath,
} from '../core/site-path.ts';
import type { Entry } from '../derive/entry.ts';
import type { ChangeItem } from '../derive/group-changes.ts';
import type { Target } from '../outputs.ts';
import type { ListView, ProjectView, Site, SourceView, TagView } from '../site.ts';

/** A place of the site that has feeds: all of it, a list, a tag, a project. */
export interface FeedPlace {
  /** A permanent IRI. */
  readonly id: string;
  /** What joins it to the name of a filter: an address goes on, a purl has a fragment. */
  readonly joint: '' | '#';
  /** `Tidings`, `axios` */
  readonly name: string;
  /** The title of its feed of all releases. */
  readonly title: string;
  readonly description: string;
  /** What its changes happened to: `releases of axios`. */
  readonly about: string;
  /** The folder of its page, and of the feeds below it. */
  readonly path: string;
  /** Whether each filter has a page beside its feeds. */
  readonly hasFilterPages?: true;
  /** The page that its changes stand on. */
  readonly changesPage: string;
  /** The list, if it is one. */
  readonly list?: string;
  /** What it shows, newest first. */
  readonly entries: readonly Entry[];
  /** What the ledger tells of it, oldest first. */
  readonly items: readonly ChangeItem[];
}

/** The places of the site that show several projects together, and have feeds: the site itself first. */
export function sharedPlaces(site: Site, target: Target): FeedPlace[] {
  const lists = site.lists.map((list) => listPlace(list, site, target));
  const tags = site.tags.map((tag) => tagPlace(tag, site, target));
  const sources = site.sources.map((source) => sourcePlace(source, site, target));
  return [wholeSite(site, target), ...lists, ...tags, ...sources];
}

function wholeSite({ entries, ledger }: Site, { url }: Target): FeedPlace {
  return {
    id: url,
    joint: '',
    name: 'Tidings',
    title: 'Tidings',
    description: 'Every release of the software we depend on',
    about: 'releases',
    path: '',
    hasFilterPages: true,
    changesPage: CHANGES_PATH,
    entries,
    items: ledger.items,
  };
}

function listPlace({ list, title, views }: ListView, site: Site, { url }: Target): FeedPlace {
  const path = listPath(list);
  const about = `releases of what the list “${title}” follows`;
  return {
    ...groupPlace(views, site),
    list,
    id: url + path,
    path,
    changesPage: path,
    ...titles(title, about),
  };
}

function tagPlace({ tag, views }: TagView, site: Site, { url }: Target): FeedPlace {
  const path = tagPath(tag);
  const about = `releases of projects with the tag “${tag}”`;
  return { ...groupPlace(views, site), id: url + path, path, changesPage: path, ...titles(tag, about) };
}

function sourcePlace({ type, views }: SourceView, site: Site, { url }: Target): FeedPlace {
  const path = sourcePath(type);
  const about = `releases of projects whose source is ${type}`;
  return { ...groupPlace(views, site), id: url + path, path, changesPage: path, ...titles(type, about) };
}

function titles(name: string, about: string) {
  return { name, title: `${name} releases`, about, description: about.replace(/^r/, 'R') };
}

/** What is shown of several projects together. */
function groupPlace(views: readonly ProjectView[], { entries, ledger }: Site) {
  const ids = new Set(views.map(({ project }) => project.id));
  return {
    joint: '' as const,
    entries: entries.filter(({ project }) => ids.has(project.id)),
    items: ledger.items.filter(({ first }) => ids.has(ledger.projectOf(first.package)?.id ?? '')),
  };
}

/** The place of a project. `shown` is what stands in the feed of the site. */
export function projectPlace(
  { project, entries }: ProjectView,
  shown: ReadonlySet<Entry>,
  site: Site,
): FeedPlace {
  const { id, name, package: pkg } = project;
  return {
    id: pkg.purl,
    joint: '#',
    name,
    title: `${name} releases`,
    description: `Releases of ${name} (${pkg.type}: ${packageName(pkg)})`,
    about: `releases of ${name}`,
    path: projectPath(id),
    changesPage: projectChangesPath(id),
    entries: entries.filter((entry) => shown.has(entry)),
    items: site.ledger.itemsOf(project),
  };
}
