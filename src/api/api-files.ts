import { pathOf } from './endpoints.ts';
import type { Held, HeldProject, MeaningOf } from './held.ts';
import { jsonSchemas } from './json-schemas.ts';
import { metricsOf } from './metrics-of.ts';
import { exposition } from './open-metrics.ts';
import { openapi } from './openapi.ts';
import { toAdvisoryList } from './to-advisory-list.ts';
import { changeMonths, toChangeMonth } from './to-change-months.ts';
import { toIndex } from './to-index.ts';
import { latestText, toLatest } from './to-latest.ts';
import { toProject } from './to-project.ts';
import { toProjectList } from './to-project-list.ts';
import { releaseMonths, toReleaseMonth } from './to-release-months.ts';

/** A file of the API: its path below the site, and its text. */
export interface ApiFile {
  readonly path: string;
  readonly text: string;
}

/** All files of the API of the site at this address, which ends with a slash. One at a time, so that none has to be kept. */
export function* apiFiles(held: Held, site: string, meaningOf: MeaningOf): Generator<ApiFile> {
  yield* sharedFiles(held, site);
  for (const project of held.projects) yield* projectFiles(project, site, meaningOf);
}

/** Those that tell of all projects together. */
export function* sharedFiles(held: Held, site: string): Generator<ApiFile> {
  const releases = releaseMonths(held.projects);
  const changes = changeMonths(held);
  yield json(pathOf('index'), toIndex(held, site, releases, changes));
  yield json(pathOf('projects'), toProjectList(held.projects, site));
  yield json(pathOf('latest'), toLatest(held.projects, site));
  yield json(pathOf('advisories'), toAdvisoryList(held, site));
  for (const part of releases) {
    const path = pathOf('releases', { month: part.name });
    yield json(path, toReleaseMonth(part, held, site));
  }
  for (const part of changes) {
    yield json(pathOf('changes', { month: part.name }), toChangeMonth(part, held, site));
  }
  for (const [name, schema] of jsonSchemas(site)) yield json(pathOf('schema', { name }), schema);
  yield json(pathOf('openapi'), openapi(site));
  yield { path: pathOf('metrics'), text: exposition(metricsOf(held)) };
}

/** Those that tell of one project alone. */
export function* projectFiles(held: HeldProject, site: string, meaningOf: MeaningOf): Generator<ApiFile> {
  const { id } = held.project;
  const { project, pages } = toProject(held, site, meaningOf);
  yield json(pathOf('project', { id }), project);
  for (const page of pages) yield json(pathOf('projectPage', { id, number: page.number }), page);
  const text = latestText(held);
  if (text !== undefined) yield { path: pathOf('latestText', { id }), text };
}

function json(path: string, document: unknown): ApiFile {
  return { path, text: `${JSON.stringify(document)}\n` };
}
