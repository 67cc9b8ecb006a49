import { SEARCH_LIST_PATH } from '../derive/search/search-list.ts';
import { listFiles } from '../platform/files.ts';
import { marksText } from '../site.ts';
import { writeSharedApi } from './api-files.ts';
import { writeSharedBadges } from './badge-files.ts';
import { writeSharedFeeds } from './feed-files.ts';
import { leftFiles, type Manifest } from './kept/manifest.ts';
import { putInto } from './kept/put-file.ts';
import { removeStrays } from './kept/remove-strays.ts';
import { writeOpml } from './opml-files.ts';
import { type ShellPages, surroundingsOf } from './page-shells.ts';
import type { BuildPlan } from './plan-build.ts';
import type { ProjectWriter } from './project-writer.ts';
import { writeSitemap } from './sitemap.ts';
import { socialImagePaths } from './social/write-social-images.ts';
import type { StepTimes } from './step-times.ts';
import { writeUpgradeIndex } from './upgrade-files.ts';
import type { ProjectPaths } from './write-projects.ts';

/** The site in its folder, but for its search. */
export interface WrittenSite {
  readonly manifest: Manifest;
  /** Its files. */
  readonly paths: ReadonlySet<string>;
}

/** What a site is made with. */
export interface Making {
  /** Where the pages and what is written of all projects together are put first. */
  readonly built: string;
  readonly shells: ShellPages;
  readonly writer: ProjectWriter;
  readonly renderPages: () => Promise<void>;
  readonly times: StepTimes;
}

/**
 * Writes all of the site but its search and images, and puts it together in its folder: the pages and what is written of all projects
 * together, the files of the projects that have changed, and those that are kept. Undefined where those cannot be kept after all.
 */
export async function writeSite(plan: BuildPlan, making: Making): Promise<WrittenSite | undefined> {
  const { site, target, kept, last } = plan;
  const { built, shells, writer, renderPages, times } = making;
  const shell = surroundingsOf(shells);
  // What surrounds all pages has changed by something that no key knows.
  if (kept.size > 0 && shell !== last?.shell) return undefined;
  const written = writer.begin(shells);
  await times.during('marks', writer.known);
  await times.during('pages', renderPages);
  const beside = { ...target, folder: built };
  await times.during('shared feeds', async () => {
    await writeSharedFeeds(site, beside);
    writeOpml(site, beside);
    writeSharedBadges(site, beside);
  });
  await times.during('shared API', async () => {
    writeUpgradeIndex(site, beside);
    writeSharedApi(site, beside);
  });
  const paths = await times.during('projects', written);
  return times.during('putting together', () => putTogether(plan, { built, shell, paths }));
}

interface Made {
  /** Where Astro built, and what is of all projects together was written. */
  readonly built: string;
  readonly shell: string;
  /** What was written of fresh projects, by their ids. */
  readonly paths: ProjectPaths;
}

const OF_PROJECT = /^projects\/([^/]+)\//;

async function putTogether(plan: BuildPlan, { built, shell, paths }: Made): Promise<WrittenSite> {
  const { site, target, kept, last } = plan;
  const wanted = new Set([...kept.values()].flatMap(({ files }) => files.map(([path]) => path)));
  for (const written of paths.values()) for (const path of written) wanted.add(path);
  for (const path of await listFiles(built)) {
    const [, id = ''] = OF_PROJECT.exec(path) ?? [];
    paths.get(id)?.add(path);
    wanted.add(path);
  }
  writeSitemap({ ...target, folder: built }, pagesAmong(wanted));
  const put = putInto(target.folder);
  for (const path of await listFiles(built)) {
    put.move(path, built);
    wanted.add(path);
  }
  // What is looked after when all else is there: the search, and images.
  const searched = [SEARCH_LIST_PATH, ...(last?.search?.files ?? []).map(([path]) => path)];
  removeStrays(target.folder, wanted.union(new Set([...searched, ...socialImagePaths(site)])));
  const manifest: Manifest = { format: 1, folder: target.folder, shell, projects: toUnits(plan, paths) };
  return { manifest, paths: wanted };
}

function pagesAmong(paths: ReadonlySet<string>): string[] {
  return [...paths].flatMap((path) =>
    /^(?:.*\/)?index\.html$/.test(path) ? [path.slice(0, -'index.html'.length)] : [],
  );
}

function toUnits({ target, keys, kept, fresh }: BuildPlan, paths: ProjectPaths): Manifest['projects'] {
  const made = fresh.map(({ project: { id }, entries }) => {
    const files = leftFiles(paths.get(id) ?? [], target.folder);
    return [id, { key: keys.get(id) ?? '', marks: marksText(entries), files }] as const;
  });
  return Object.fromEntries([...kept, ...made]);
}
