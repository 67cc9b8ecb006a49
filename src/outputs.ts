import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishBuild } from './outputs/finish-build.ts';
import { type BuildPlan, planBuild } from './outputs/plan-build.ts';
import { writeSocialImages } from './outputs/social/write-social-images.ts';
import { startStepTimes } from './outputs/step-times.ts';
import { writeSite } from './outputs/write-site.ts';
import { readEnvironment } from './platform/environment.ts';
import { ROOT } from './platform/root.ts';
import { startStopwatch } from './platform/stopwatch.ts';
import { closeRenderer, loadSite } from './site.ts';

/** Where the site will live: TIDINGS_SITE, else the address of the preview. */
export function siteAddress(): { site: string; base: string } {
  const { origin, pathname } = new URL(readEnvironment().site ?? 'http://localhost:4321');
  return { site: origin, base: pathname };
}

/** What the parts of this pass write to and link to. */
export interface Target {
  /** dist/, as a path. */
  readonly folder: string;
  /** The site's absolute address, with a final slash. */
  readonly url: string;
  /** The path below which it lives, with a final slash. */
  readonly base: string;
}

declare global {
  // Whether the last build has to be made once more, keeping nothing.
  var tidingsStale: boolean | undefined;
}

/**
 * All that is no page. Before Astro's pages: decides what of the last build still holds, so that they are rendered for the other
 * projects alone. After them: stamps the release pages, writes the feeds and everything else, and puts the site together.
 */
export function outputs(): AstroIntegration {
  const built = join(ROOT, '.cache/build/pages/');
  const times = startStepTimes();
  let folder = '';
  let plan: BuildPlan | undefined;
  let seconds = startStopwatch();
  return {
    name: 'tidings-outputs',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        folder = fileURLToPath(config.outDir);
        updateConfig({ outDir: pathToFileURL(built) });
      },
      'astro:build:start': async () => {
        const site = await times.during('reading', loadSite);
        plan = await times.during('planning', () => planBuild(ROOT, site, toTarget(folder)));
        globalThis.tidingsKept = new Set(plan.kept.keys());
        seconds = startStopwatch();
      },
      'astro:build:done': async ({ logger }) => {
        if (plan === undefined) return;
        times.add('Astro', seconds());
        const { site, target } = plan;
        const beside = { ...target, folder: built };
        const warn = (message: string) => logger.warn(message);
        logger.info(await times.during('social images', () => writeSocialImages(site, beside, warn)));
        const written = await writeSite(plan, built, times);
        globalThis.tidingsStale = written === undefined;
        await closeRenderer();
        if (written === undefined)
          logger.info('what surrounds all pages has changed: once more, keeping nothing');
        else await finishBuild(plan, written, times, logger);
      },
    },
  };
}

function toTarget(folder: string): Target {
  const { site: origin, base: path } = siteAddress();
  const base = path.endsWith('/') ? path : `${path}/`;
  return { folder, url: `${origin}${base}`, base };
}
