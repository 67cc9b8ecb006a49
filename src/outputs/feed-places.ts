import { packageName } from '../core/package.ts';
import { CHANGES_PATH, listPath, projectChangesPath, projectPath } from '../core/site-path.ts';
import type { Entry } from '../derive/entry.ts';
import type { ChangeItem } from '../derive/group-changes.ts';
import type { Target } from '../outputs.ts';
import type { ListView, ProjectView, Site } from '../site.ts';

/** A place of the site that has feeds: all of it, a project, a list. */
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
  /** The page that its changes stand on. */
  readonly changesPage: string;
  /** The list, if it is one. */
  readonly list?: string;
  /** What it shows, newest first. */
  readonly entries: readonly Entry[];
  /** What the ledger tells of it, oldest first. */
  readonly items: readonly ChangeItem[];
}

/** Every place of the site that has feeds, the site itself first. */
export function feedPlaces(site: Site, target: Target): FeedPlace[] {
  const shown = new Set(site.entries);
  const projects = site.projects.map((view) => projectPlace(view, shown, site));
  return [wholeSite(site, target), ...site.lists.map((list) => listPlace(list, site, target)), ...projects];
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
    changesPage: CHANGES_PATH,
    entries,
    items: ledger.items,
  };
}

function listPlace({ list, title, views }: ListView, site: Site, { url }: Target): FeedPlace {
  const ids = new Set(views.map(({ project }) => project.id));
  return {
    id: `${url}${listPath(list)}`,
    joint: '',
    list,
    name: title,
    title: `${title} releases`,
    description: `Releases of what the list “${title}” follows`,
    about: `releases of what the list “${title}” follows`,
    path: listPath(list),
    changesPage: listPath(list),
    entries: site.entries.filter(({ project }) => ids.has(project.id)),
    items: site.ledger.items.filter(({ first }) => ids.has(site.ledger.projectOf(first.package)?.id ?? '')),
  };
}

function projectPlace({ project, entries }: ProjectView, shown: ReadonlySet<Entry>, site: Site): FeedPlace {
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
