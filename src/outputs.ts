import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeApi } from './outputs/api-files.ts';
import { writeBadges } from './outputs/badge-files.ts';
import { writeComparePages } from './outputs/compare-pages.ts';
import { writeFeeds } from './outputs/feed-files.ts';
import { writeOpml } from './outputs/opml-files.ts';
import { writeReleasePages } from './outputs/release-pages.ts';
import { writeSearch } from './outputs/search/write-search.ts';
import { writeSitemap } from './outputs/sitemap.ts';
import { measureFolder, warnIfLarge } from './outputs/size.ts';
import { writeSocialImages } from './outputs/social/write-social-images.ts';
import { writeUpgradeFiles } from './outputs/upgrade-files.ts';
import { readEnvironment } from './platform/environment.ts';
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

/** The pass after Astro's: stamps the release pages, and writes the feeds and everything else that is no page. */
export function outputs(): AstroIntegration {
  return {
    name: 'tidings-outputs',
    hooks: {
      'astro:build:done': async ({ dir, logger, pages }) => {
        const { site: origin, base: path } = siteAddress();
        const base = path.endsWith('/') ? path : `${path}/`;
        const target: Target = { folder: fileURLToPath(dir), url: `${origin}${base}`, base };
        const site = await loadSite();
        const stamped = await writeReleasePages(site, target);
        const feeds = await writeFeeds(site, target);
        await writeOpml(site, target);
        await writeUpgradeFiles(site, target);
        stamped.push(...(await writeComparePages(site, target)));
        const badges = await writeBadges(site, target);
        const api = await writeApi(site, target);
        await writeSitemap(target, [...pages.map(({ pathname }) => pathname), ...stamped]);
        await closeRenderer();
        logger.info(await writeSearch(site, target, (message) => logger.warn(message)));
        logger.info(await writeSocialImages(site, target, (message) => logger.warn(message)));
        const bytes = await measureFolder(target.folder);
        logger.info(
          `${stamped.length} stamped pages, ${feeds} feeds, ${badges} files of badges, ${(bytes / 1e6).toFixed(1)} MB in dist`,
        );
        logger.info(`${api.files} files of the API, ${(api.bytes / 1e6).toFixed(1)} MB`);
        warnIfLarge(bytes, (message) => logger.warn(message));
      },
    },
  };
}
