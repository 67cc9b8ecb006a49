import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { z } from 'zod';
import { listFiles } from '../../src/platform/files.ts';
import type { Site } from '../../src/site.ts';
import { toChange } from '../../src/store/classify.ts';
import { aProject, aRelease } from '../build-release.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';
import { URL_OF_SITE, write } from './read-feeds.ts';

const JsonFeed = z.object({
  title: z.string(),
  description: z.string(),
  next_url: z.string().optional(),
  items: z.array(z.object({ id: z.string(), date_modified: z.string() })),
});

/** A site of one project with so many releases, an hour apart. */
function siteOf(count: number, fields: Partial<Site> = {}): Site {
  const releases = Array.from({ length: count }, (_, index) =>
    aRelease({
      version: `1.${index}.0`,
      publishedAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString().replace('.000', ''),
      notes: [`notes ${index}`],
      notesFrom: 'release',
    }),
  ).toReversed();
  const views = [aView(releases, aProject({ tags: ['infra'] }))];
  return aSite(views, {
    lists: [{ list: 'main', title: 'Main', views }],
    tags: [{ tag: 'infra', views }],
    ...fields,
  });
}

/** The archives of a site, by path. */
async function archives(t: TestContext, site: Site): Promise<Map<string, string>> {
  const { folder } = await write(t, site);
  const paths = (await listFiles(folder)).filter((path) => path.includes('archive/'));
  return new Map(
    await Promise.all(
      paths.toSorted().map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
    ),
  );
}

const PLACES = ['', 'lists/main/', 'projects/tool/', 'tags/infra/'];
const FILES = ['atom.xml', 'feed.json', 'feed.xml'];

describe('archives of feeds', () => {
  test('are there for every place that has more releases than its feed shows', async (t) => {
    stubRenderer();
    assert.deepEqual([...(await archives(t, siteOf(50))).keys()], []);
    const paths = PLACES.flatMap((place) =>
      [1, 2].flatMap((number) => FILES.map((file) => `${place}archive/${number}/${file}`)),
    );
    assert.deepEqual([...(await archives(t, siteOf(120))).keys()], paths);
  });

  test('render no notes', async (t) => {
    const asked = stubRenderer();
    await write(t, siteOf(120));
    assert.ok(asked.includes('notes 119'), 'the newest is whole in the feed itself');
    assert.ok(!asked.includes('notes 60'));
  });

  test('lead from the feed to its oldest release, and miss none', async (t) => {
    stubRenderer();
    const { folder } = await write(t, siteOf(160));
    for (const place of PLACES) {
      const seen = new Set<string>();
      let url: string | undefined = `${URL_OF_SITE}${place}feed.json`;
      const walked: string[] = [];
      while (url !== undefined) {
        const path = url.slice(URL_OF_SITE.length);
        walked.push(path);
        const feed: z.infer<typeof JsonFeed> = JsonFeed.parse(
          JSON.parse(await readFile(join(folder, path), 'utf8')),
        );
        for (const { id } of feed.items) seen.add(id);
        url = feed.next_url;
      }
      const numbers = ['', 'archive/3/', 'archive/2/', 'archive/1/'];
      assert.deepEqual(
        walked,
        numbers.map((number) => `${place}${number}feed.json`),
      );
      assert.equal(seen.size, 160);
    }
  });

  test('say in XML what they are, whose, and which come before and after', async (t) => {
    stubRenderer();
    const { folder } = await write(t, siteOf(160));
    const read = (path: string) => readFile(join(folder, path), 'utf8');
    const links = (xml: string) =>
      [...xml.matchAll(/rel="(current|[a-z]+-archive)" href="([^"]*)"/g)].map(([, relation, href]) => [
        relation,
        href?.slice(URL_OF_SITE.length),
      ]);
    for (const file of ['atom.xml', 'feed.xml']) {
      const place = 'projects/tool/';
      assert.deepEqual(links(await read(place + file)), [['prev-archive', `${place}archive/3/${file}`]]);
      assert.deepEqual(links(await read(`${place}archive/2/${file}`)), [
        ['current', place + file],
        ['prev-archive', `${place}archive/1/${file}`],
        ['next-archive', `${place}archive/3/${file}`],
      ]);
      assert.doesNotMatch(await read(`${place}stable/${file}`), /-archive/);
    }
    const atom = await read('projects/tool/archive/1/atom.xml');
    assert.match(atom, /<id>pkg:npm\/tool<\/id>\s*<title>Tool releases, archive 1</);
    assert.match(atom, /Titles and links alone, without notes/);
  });

  test('stay byte for byte as they are when a release comes', async (t) => {
    stubRenderer();
    const before = await archives(t, siteOf(149));
    assert.equal(before.size, PLACES.length * 2 * FILES.length);
    const after = await archives(t, siteOf(148));
    assert.deepEqual(after, before);
  });

  test('gain one link when the next is full: the newest of them knows its successor then', async (t) => {
    stubRenderer();
    const before = await archives(t, siteOf(149));
    const after = await archives(t, siteOf(150));
    for (const [path, text] of before) {
      const now = after.get(path) ?? '';
      const isNewest = path.includes('archive/2/') && path.endsWith('.xml');
      assert.equal(now.replace(/ *<[a-z:]+ rel="next-archive"[^>]*archive\/3\/[^>]*\/>\n/, ''), text);
      assert.equal(now !== text, isNewest, path);
    }
    assert.equal(after.size, before.size + PLACES.length * FILES.length);
  });

  test('tell when a release was changed, however old', async (t) => {
    stubRenderer();
    const at = '2026-11-05T00:00:00Z';
    const changes = [toChange({ kind: 'yanked' }, 'pkg:npm/tool', '1.0.0', at)];
    const text = (await archives(t, siteOf(120, { changes }))).get('archive/1/feed.json') ?? '';
    const { items } = JsonFeed.parse(JSON.parse(text));
    assert.equal(items.at(-1)?.date_modified, at);
  });
});
