import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteBuild } from '../core/site-build.ts';
import { countInWords } from '../derive/words.ts';
import { siteAddress, type Target } from '../outputs.ts';
import { removeFolder } from '../platform/files.ts';
import { cores, saveMemory } from '../platform/machine.ts';
import { closeRenderer, keepProjects, loadSite, type Site } from '../site.ts';
import { finishBuild } from './finish-build.ts';
import { renderShells, SHELL_PATHS } from './page-shells.ts';
import { type BuildPlan, planBuild } from './plan-build.ts';
import { toJobs } from './project-job.ts';
import { writeInThreads } from './project-threads.ts';
import { writeHere } from './project-writer.ts';
import { type Pages, renderPages } from './render-pages.ts';
import { writeSocialImages } from './social/write-social-images.ts';
import { type StepTimes, startStepTimes } from './step-times.ts';
import { isLarge, threadsFor } from './threads-for.ts';
import { type WrittenSite, writeSite } from './write-site.ts';

interface Attempt {
  readonly plan: BuildPlan;
  readonly written: WrittenSite;
}

/**
 * Writes the site: decides what of the last build still holds, renders the pages of the other projects, stamps their release pages,
 * writes the feeds and everything else, and puts it all together.
 */
export async function writeWholeSite<Route>(build: SiteBuild, pages: Pages<Route>): Promise<void> {
  const times = startStepTimes();
  const site = await times.during('reading', loadSite);
  if (isLarge(site)) saveMemory();
  const again = () => {
    build.log('What surrounds all pages has changed: once more, keeping nothing');
    return attempt(build, site, pages, times);
  };
  const made = (await attempt(build, site, pages, times)) ?? (await again());
  await closeRenderer();
  if (made === undefined) throw new Error('the site: what surrounds its pages is never twice the same');
  const { plan, written } = made;
  const warn = (message: string) => build.log(`Warning: ${message}`);
  build.log(await times.during('social images', () => writeSocialImages(site, plan.target, warn)));
  await finishBuild(plan, written, times, build.log);
}

/** Undefined where what was kept does not go with what is new. The next attempt keeps nothing. */
async function attempt<Route>(
  { root, folder, client, code, worker, log }: SiteBuild,
  site: Site,
  pages: Pages<Route>,
  times: StepTimes,
): Promise<Attempt | undefined> {
  const target = toTarget(folder);
  const plan = await times.during('planning', () => planBuild({ root, code }, site, target));
  keepProjects(plan.kept.keys());
  log(`Writing the site: ${plan.fresh.length} of ${countInWords(site.projects.length, 'project')}`);
  const threads = threadsFor(plan.fresh, cores());
  const writer = threads > 1 ? writeInThreads(worker, site, toJobs(plan, threads)) : writeHere(plan, times);
  try {
    const built = join(root, '.cache/build/pages');
    await removeFolder(built);
    await cp(client, built, { recursive: true });
    const shells = await times.during('pages', () => renderShells(pages, target.url));
    const render = () => renderPages(pages, { ...target, folder: built }, Object.values(SHELL_PATHS));
    const written = await writeSite(plan, { built, shells, writer, renderPages: render, times });
    return written === undefined ? undefined : { plan, written };
  } finally {
    await writer.stop();
  }
}

function toTarget(folder: string): Target {
  const { site: origin, base: path } = siteAddress();
  const base = path.endsWith('/') ? path : `${path}/`;
  return { folder, url: `${origin}${base}`, base };
}
