import { LATEST_BADGE, listPath, OUTDATED_BADGE, projectPath, tagPath } from '../core/site-path.ts';
import type { Badge } from '../derive/badges/badge.ts';
import { drawBadge } from '../derive/badges/draw-badge.ts';
import { endpointJson } from '../derive/badges/endpoint-json.ts';
import { latestBadge, newestBadge } from '../derive/badges/latest-badge.ts';
import { listOutdated, projectOutdated } from '../derive/badges/outdated-badge.ts';
import type { Target } from '../outputs.ts';
import type { Site } from '../site.ts';
import { writeOutput } from './write-output.ts';

interface PlacedBadge {
  readonly path: string;
  readonly badge: Badge;
}

/** Writes every badge, as a picture and for those who draw it themselves. Returns how many files. */
export async function writeBadges(site: Site, { folder }: Target): Promise<number> {
  const badges = badgesOf(site);
  const writing = badges.flatMap(({ path, badge }) => [
    writeOutput(folder, path, drawBadge(badge)),
    writeOutput(folder, path.replace(/svg$/, 'json'), endpointJson(badge)),
  ]);
  await Promise.all(writing);
  return writing.length;
}

function badgesOf({ projects, lists, tags, inUse, entries }: Site): PlacedBadge[] {
  const usesOf = Map.groupBy(inUse, ({ project }) => project.id);
  const usesIn = Map.groupBy(inUse, ({ list }) => list);
  const latest = (path: string, title: string, views: Site['projects']) => {
    const ids = new Set(views.map(({ project }) => project.id));
    const ofThese = entries.values().filter(({ project }) => ids.has(project.id));
    return { path: path + LATEST_BADGE, badge: newestBadge(title, ofThese) };
  };
  return [
    ...projects.flatMap(({ project: { id, name }, standing }) => [
      { path: projectPath(id) + LATEST_BADGE, badge: latestBadge(name, standing) },
      { path: projectPath(id) + OUTDATED_BADGE, badge: projectOutdated(name, usesOf.get(id) ?? []) },
    ]),
    ...lists.flatMap(({ list, title, views }) => [
      latest(listPath(list), title, views),
      { path: listPath(list) + OUTDATED_BADGE, badge: listOutdated(title, usesIn.get(list) ?? []) },
    ]),
    ...tags.map(({ tag, views }) => latest(tagPath(tag), tag, views)),
  ];
}
