import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import { projectFeeds, writeSharedFeeds } from '../../src/outputs/feed-files.ts';
import type { Target } from '../../src/outputs.ts';
import { listFiles } from '../../src/platform/files.ts';
import type { Site } from '../../src/site.ts';
import { aFolder } from '../build-release.ts';
import { writeProjectFiles } from './write-project-files.ts';

/** Where the feeds of these tests are published. */
export const URL_OF_SITE = 'https://team.example/tidings/';

const Item = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  content_html: z.string().optional(),
  summary: z.string(),
  date_published: z.string(),
  date_modified: z.string(),
  tags: z.array(z.string()),
});
const JsonFeed = z.object({
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  description: z.string(),
  items: z.array(Item),
});

/** Writes the feeds of all places. */
export async function writeFeeds(site: Site, target: Target): Promise<void> {
  await writeSharedFeeds(site, target);
  await writeProjectFiles(site, target, [projectFeeds]);
}

/** Writes the feeds of a site into a folder of their own. */
export async function write(t: TestContext, site: Site): Promise<{ folder: string; count: number }> {
  const folder = await aFolder(t);
  await writeFeeds(site, { folder, url: URL_OF_SITE, base: '/tidings/' });
  return { folder, count: (await listFiles(folder)).length };
}

/** One of its feeds, as JSON. */
export async function feedOf(t: TestContext, site: Site, path = ''): Promise<z.infer<typeof JsonFeed>> {
  const { folder } = await write(t, site);
  return JsonFeed.parse(JSON.parse(await readFile(join(folder, path, 'feed.json'), 'utf8')));
}
