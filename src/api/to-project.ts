import { projectUrl } from '../core/address.ts';
import { projectPath } from '../core/site-path.ts';
import { SchemeId } from '../core/watchlist.ts';
import type { Entry } from '../derive/entry.ts';
import { schemeOfProject } from '../derive/project-scheme.ts';
import { tracksOf } from '../derive/tracks.ts';
import { addressOf } from './address-of.ts';
import { archiveOf } from './archive.ts';
import { pathOf } from './endpoints.ts';
import type { HeldProject, MeaningOf } from './held.ts';
import type { ApiProject } from './shapes/project.ts';
import type { ApiProjectPage } from './shapes/project-page.ts';
import { standingOf, toDated } from './standing-of.ts';
import { toOpening } from './to-opening.ts';
import { toRelease } from './to-release.ts';

/** A project, and the documents of its older releases. */
export interface ProjectDocuments {
  readonly project: ApiProject;
  /** The oldest first. */
  readonly pages: readonly ApiProjectPage[];
}

/** Nothing in it changes unless the project does: what depends on the day is left to who knows it. */
export function toProject(held: HeldProject, site: string, meaningOf: MeaningOf): ProjectDocuments {
  const { newest, pages } = archiveOf(held.entries);
  const { id } = held.project;
  const toReleases = (entries: readonly Entry[]) => entries.map((entry) => toRelease(entry, held, meaningOf));
  const olderThan = (number: number) =>
    number === 1 ? {} : { older: pathOf('projectPage', { id, number: number - 1 }) };
  return {
    project: { ...headOf(held, site), releases: toReleases(newest), ...olderThan(pages.length + 1) },
    pages: pages.map((entries, index) => ({
      ...toOpening('project-page', site),
      project: id,
      number: index + 1,
      releases: toReleases(entries),
      ...olderThan(index + 1),
    })),
  };
}

function headOf(held: HeldProject, site: string): Omit<ApiProject, 'releases' | 'older'> {
  const { project, entries, standing, advisories, failures } = held;
  const upstream = projectUrl(project.package);
  return {
    ...toOpening('project', site),
    id: project.id,
    name: project.name,
    package: project.package.purl,
    channels: project.channels.map(({ purl }) => purl),
    scheme: SchemeId.parse(schemeOfProject(project).id),
    tags: [...project.tags],
    lists: project.lists.map(({ list, uses }) => ({ list, ...(uses && { uses }) })),
    about: aboutOf(held),
    standing: standingOf(standing),
    tracks: tracksOf(entries).map(({ name, latest, startedAt, newestAt, isKept }) => ({
      name,
      latest: toDated(latest),
      startedAt,
      newestAt,
      ...(isKept && { kept: true }),
    })),
    advisories: advisories.all.map(({ id }) => id),
    ...(failures.length > 0 && { failing: [...failures] }),
    page: addressOf(projectPath(project.id)),
    feed: addressOf(`${projectPath(project.id)}atom.xml`),
    ...(upstream && { upstream }),
    count: entries.length,
  };
}

function aboutOf({ project, records }: HeldProject): ApiProject['about'] {
  const { description, license, homepage, repository, archived } =
    records.get(project.package.purl)?.upstream ?? {};
  return {
    ...(description && { description }),
    ...(license && { license }),
    ...(homepage && { homepage }),
    ...(repository && { repository }),
    ...(archived && { archived }),
  };
}
