import { LATEST_BADGE, listPath, OUTDATED_BADGE, projectPath, tagPath } from '../core/site-path.ts';
import type { Badge } from '../derive/badges/badge.ts';
import { drawBadge } from '../derive/badges/draw-badge.ts';
import { endpointJson } from '../derive/badges/endpoint-json.ts';
import { latestBadge, newestBadge } from '../derive/badges/latest-badge.ts';
import { listOutdated, projectOutdated } from '../derive/badges/outdated-badge.ts';
import type { Target } from '../outputs.ts';
import type { ProjectView, Site } from '../site.ts';
import type { OutputFile, Pass } from './project-outputs.ts';
import { writeOutput } from './write-output.ts';

interface PlacedBadge {
  readonly path: string;
  readonly badge: Badge;
}

/** The badges of a project. */
export function projectBadges(
  { project: { id, name }, standing }: ProjectView,
  { usesOf }: Pass,
): OutputFile[] {
  return filesOf([
    { path: projectPath(id) + LATEST_BADGE, badge: latestBadge(name, standing) },
    { path: projectPath(id) + OUTDATED_BADGE, badge: projectOutdated(name, usesOf.get(id) ?? []) },
  ]);
}

/** Writes the badges of what shows several projects together. */
export function writeSharedBadges(site: Site, { folder }: Target): void {
  for (const { path, content } of filesOf(sharedBadges(site))) writeOutput(folder, path, content);
}

/** A badge as a picture, and for those who draw it themselves. */
function filesOf(badges: readonly PlacedBadge[]): OutputFile[] {
  return badges.flatMap(({ path, badge }) => [
    { path, content: drawBadge(badge) },
    { path: path.replace(/svg$/, 'json'), content: endpointJson(badge) },
  ]);
}

function sharedBadges({ lists, tags, inUse, entries }: Site): PlacedBadge[] {
  const usesIn = Map.groupBy(inUse, ({ list }) => list);
  const latest = (path: string, title: string, views: Site['projects']) => {
    const ids = new Set(views.map(({ project }) => project.id));
    const ofThese = entries.values().filter(({ project }) => ids.has(project.id));
    return { path: path + LATEST_BADGE, badge: newestBadge(title, ofThese) };
  };
  return [
    ...lists.flatMap(({ list, title, views }) => [
      latest(listPath(list), title, views),
      { path: listPath(list) + OUTDATED_BADGE, badge: listOutdated(title, usesIn.get(list) ?? []) },
    ]),
    ...tags.map(({ tag, views }) => latest(tagPath(tag), tag, views)),
  ];
}
