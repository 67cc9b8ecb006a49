import { projectPath } from '../core/site-path.ts';
import { addressOf } from './address-of.ts';
import { pathOf } from './endpoints.ts';
import type { HeldProject } from './held.ts';
import type { ApiProjectList } from './shapes/project-list.ts';
import { standingOf } from './standing-of.ts';
import { toOpening } from './to-opening.ts';

/** All projects, in the order in which they are given. */
export function toProjectList(projects: readonly HeldProject[], site: string): ApiProjectList {
  return { ...toOpening('projects', site), projects: projects.map(toListed) };
}

function toListed({ project, entries, standing, failures }: HeldProject): ApiProjectList['projects'][number] {
  const { latest, newest } = standingOf(standing);
  const isFailing = failures.some(({ kind }) => kind !== 'incomplete');
  return {
    id: project.id,
    name: project.name,
    package: project.package.purl,
    tags: [...project.tags],
    lists: project.lists.map(({ list }) => list),
    count: entries.length,
    ...(latest && { latest }),
    ...(newest && { newest }),
    ...(isFailing && { failing: true }),
    page: addressOf(projectPath(project.id)),
    document: pathOf('project', { id: project.id }),
  };
}
