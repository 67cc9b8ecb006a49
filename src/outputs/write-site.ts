import { SEARCH_LIST_PATH } from '../derive/search/search-list.ts';
import { listFiles } from '../platform/files.ts';
import { marksText, type ProjectView } from '../site.ts';
import { writeSharedApi } from './api-files.ts';
import { writeSharedBadges } from './badge-files.ts';
import { writeSharedFeeds } from './feed-files.ts';
import { leftFiles, type Manifest } from './kept/manifest.ts';
import { type Put, putInto } from './kept/put-file.ts';
import { removeStrays } from './kept/remove-strays.ts';
import { writeOpml } from './opml-files.ts';
import type { BuildPlan } from './plan-build.ts';
import { type Pass, PROJECT_OUTPUTS, toPass } from './project-outputs.ts';
import { writeSitemap } from './sitemap.ts';
import { socialImagePaths } from './social/write-social-images.ts';
import type { StepTimes } from './step-times.ts';
import { takeShells } from './take-shells.ts';
import { writeUpgradeIndex } from './upgrade-files.ts';

/** The site in its folder, but for its search. */
export interface WrittenSite {
  readonly manifest: Manifest;
  /** Its files. */
  readonly paths: ReadonlySet<string>;
}

type Paths = Map<string, Set<string>>;

/**
 * Writes all that is no page, and puts the site together in its folder: what Astro built and what is written of all projects
 * together, the files of the projects that have changed, and those that are kept. Undefined where those cannot be kept after all.
 */
export async function writeSite(
  plan: BuildPlan,
  built: string,
  times: StepTimes,
): Promise<WrittenSite | undefined> {
  const { site, target, kept, fresh, last } = plan;
  const { shells, shell } = await takeShells(built);
  // What surrounds all pages has changed by something that no key knows.
  if (kept.size > 0 && shell !== last?.shell) return undefined;
  const put = putInto(target.folder);
  const pass = toPass(site, target, shells);
  const paths: Paths = new Map();
  for (const view of fresh) {
    await times.during('waiting for notes', () => plan.notes.get(view.project.id));
    paths.set(view.project.id, await writeProject(view, pass, put, times));
  }
  const beside = { ...target, folder: built };
  await times.during('shared feeds', async () => {
    await writeSharedFeeds(site, beside);
    await writeOpml(site, beside);
    await writeSharedBadges(site, beside);
  });
  await times.during('shared API', async () => {
    await writeUpgradeIndex(site, beside);
    await writeSharedApi(site, beside);
  });
  return times.during('putting together', () => putTogether(plan, { built, shell, paths, put }));
}

/** Returns the paths of its files. */
async function writeProject(view: ProjectView, pass: Pass, put: Put, times: StepTimes): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const [name, filesOf] of Object.entries(PROJECT_OUTPUTS)) {
    await times.during(name, async () => {
      for (const { path, content } of await filesOf(view, pass)) {
        put.write(path, content);
        paths.add(path);
      }
    });
  }
  return paths;
}

interface Made {
  /** Where Astro built, and what is of all projects together was written. */
  readonly built: string;
  readonly shell: string;
  /** What was written of fresh projects, by their ids. */
  readonly paths: Paths;
  readonly put: Put;
}

const OF_PROJECT = /^projects\/([^/]+)\//;

async function putTogether(plan: BuildPlan, { built, shell, paths, put }: Made): Promise<WrittenSite> {
  const { site, target, kept, last } = plan;
  const wanted = new Set([...kept.values()].flatMap(({ files }) => files.map(([path]) => path)));
  for (const written of paths.values()) for (const path of written) wanted.add(path);
  for (const path of await listFiles(built)) {
    const [, id = ''] = OF_PROJECT.exec(path) ?? [];
    paths.get(id)?.add(path);
    wanted.add(path);
  }
  await writeSitemap({ ...target, folder: built }, pagesAmong(wanted));
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

function toUnits({ target, keys, kept, fresh }: BuildPlan, paths: Paths): Manifest['projects'] {
  const made = fresh.map(({ project: { id }, entries }) => {
    const files = leftFiles(paths.get(id) ?? [], target.folder);
    return [id, { key: keys.get(id) ?? '', marks: marksText(entries), files }] as const;
  });
  return Object.fromEntries([...kept, ...made]);
}
