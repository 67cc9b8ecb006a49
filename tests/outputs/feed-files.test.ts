import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import { joinRecords } from '../../src/derive/advisories/join-records.ts';
import { listFiles } from '../../src/platform/files.ts';
import { toChange } from '../../src/store/classify.ts';
import { aProject, aRelease } from '../build-release.ts';
import { anAdvisory } from '../derive/upgrade/an-index.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';
import { feedOf, URL_OF_SITE, write } from './read-feeds.ts';

const CHANGED = '2026-11-05T00:00:00Z';
const PUBLISHED = '2026-09-01T12:00:00Z';

/** So many releases, newest first, an hour apart; each with notes of its version. */
function releases(count: number): Release[] {
  return Array.from({ length: count }, (_, index) =>
    aRelease({
      version: `1.${count - index}.0`,
      publishedAt: new Date(Date.UTC(2026, 8, 1) - index * 3_600_000).toISOString().replace('.000', ''),
      notes: [`notes ${index}`],
      notesFrom: 'release',
    }),
  );
}

const SUMMARY = {
  model: 'm-1',
  content: { fixes: [{ text: 'Fixes a crash', quote: 'Fixed a crash' }] },
};

describe('feeds', () => {
  test('begin a release with what a model made of its notes, where it did', async (t) => {
    stubRenderer();
    const view = { ...aView(releases(2)), summaries: new Map([['1.2.0', SUMMARY]]) };
    const { items } = await feedOf(t, aSite([view]));
    assert.match(
      items[0]?.content_html ?? '',
      /^<p><strong>Summary<\/strong>.*Fixes a crash.*<p>rendered notes 0<\/p>$/s,
    );
    assert.equal(items[1]?.content_html, '<p>rendered notes 1</p>');
    assert.deepEqual(
      items.map(({ tags, summary }) => [tags, summary]),
      (await feedOf(t, aSite([aView(releases(2))]))).items.map(({ tags, summary }) => [tags, summary]),
      'no tag and no other word follows from it',
    );
  });

  test('stand at the root and beside every list, tag and project, in every filter and format', async (t) => {
    stubRenderer();
    const views = [aView([aRelease()]), aView([], aProject({ id: 'other' }))];
    const lists = [{ list: 'our-team', title: 'Ours', views }];
    const site = aSite(views, { lists, tags: [{ tag: 'infra', views }] });
    const { folder, count } = await write(t, site);
    const places = ['', 'lists/our-team/', 'projects/other/', 'projects/tool/', 'tags/infra/'];
    const folders = ['', 'stable/', 'major/', 'breaking/', 'security/', 'changes/'];
    const formats = ['atom.xml', 'feed.json', 'feed.xml'];
    const paths = places.flatMap((place) => folders.map((path) => place + path));
    const wanted = [...paths, 'lists/our-team/in-use/'].flatMap((path) => formats.map((file) => path + file));
    assert.deepEqual((await listFiles(folder)).toSorted(), wanted.toSorted());
    assert.equal(count, wanted.length);
  });

  const SEVERAL = [
    { version: '2.0.0-rc.1', publishedAt: '2026-09-06T00:00:00Z' },
    {
      version: '1.1.0',
      publishedAt: '2026-09-05T00:00:00Z',
      notes: ['### BREAKING CHANGES', '', '- No Node 18', '', '### Security', '', '- Close CVE-2026-1234'],
      notesFrom: 'release' as const,
    },
    { version: '1.0.0', publishedAt: '2026-09-04T00:00:00Z' },
    { version: '0.2.0', publishedAt: '2026-09-03T00:00:00Z' },
    { version: '0.1.0', publishedAt: '2026-09-02T00:00:00Z' },
  ].map(aRelease);

  for (const [filter, versions] of [
    ['', '2.0.0-rc.1 1.1.0 1.0.0 0.2.0 0.1.0'],
    ['stable', '1.1.0 1.0.0 0.2.0 0.1.0'],
    ['major', '1.0.0 0.2.0 0.1.0'],
    ['breaking', '1.1.0 1.0.0 0.2.0 0.1.0'],
    ['security', '1.1.0 0.2.0'],
  ] as const) {
    for (const place of ['', 'projects/tool', 'lists/main']) {
      test(`of ${place || 'the site'} in the filter “${filter || 'all'}” hold ${versions}`, async (t) => {
        stubRenderer();
        const views = [
          aView(SEVERAL, undefined, joinRecords([anAdvisory('GHSA-aaaa-0000-0000', 'tool', '0.2.0')])),
        ];
        const site = aSite(views, { lists: [{ list: 'main', title: 'Main', views }] });
        const { items, home_page_url } = await feedOf(t, site, join(place, filter));
        assert.equal(items.map(({ title }) => title.slice('Tool '.length)).join(' '), versions);
        // The filters of the whole site have pages of their own.
        const page = place === '' ? filter : place;
        assert.equal(home_page_url, `${URL_OF_SITE}${page === '' ? '' : `${page}/`}`);
      });
    }
  }

  test('of a list leave out the releases and the changes of what it does not follow', async (t) => {
    stubRenderer();
    const mine = aView([aRelease({ version: '1.0.0' })]);
    const others = aView(
      [aRelease({ version: '3.0.0' })],
      aProject({ id: 'other', package: parsePackage('pkg:npm/other') }),
    );
    const changes = ['pkg:npm/tool', 'pkg:npm/other'].map((purl) =>
      toChange({ kind: 'yanked' }, purl, '1.0.0', CHANGED),
    );
    const lists = [{ list: 'mine', title: 'Mine', views: [mine] }];
    const site = aSite([mine, others], { lists, changes });
    const titles = async (path: string) => (await feedOf(t, site, path)).items.map(({ title }) => title);
    assert.deepEqual(await titles('lists/mine'), ['Tool 1.0.0']);
    assert.deepEqual(await titles('lists/mine/changes'), ['Tool 1.0.0: yanked']);
    assert.equal((await titles('changes')).length, 2);
  });

  test('have ids of their own, which hold wherever the site lives for a project', async (t) => {
    stubRenderer();
    const views = [aView([aRelease()])];
    const site = aSite(views, { lists: [{ list: 'main', title: 'Main', views }] });
    const { folder } = await write(t, site);
    const paths = [
      '',
      'stable/',
      'changes/',
      'lists/main/major/',
      'lists/main/in-use/',
      'projects/tool/',
      'projects/tool/stable/',
    ];
    const ids = paths.map(async (path) => {
      const text = await readFile(join(folder, `${path}atom.xml`), 'utf8');
      return /<id>([^<]*)/.exec(text)?.[1];
    });
    assert.deepEqual(await Promise.all(ids), [
      ...paths.slice(0, 5).map((path) => URL_OF_SITE + path),
      'pkg:npm/tool',
      'pkg:npm/tool#stable',
    ]);
  });

  test('name themselves and their page by absolute addresses', async (t) => {
    const { items: _, ...whole } = await feedOf(t, aSite([]));
    assert.deepEqual(whole, {
      title: 'Tidings',
      description: 'Every release of the software we depend on',
      home_page_url: URL_OF_SITE,
      feed_url: `${URL_OF_SITE}feed.json`,
    });
    const project = aProject({ id: 'a.b', name: 'A & B', package: parsePackage('pkg:npm/@acme/tool') });
    const { items: none, ...filtered } = await feedOf(t, aSite([]), 'stable');
    assert.deepEqual([filtered.title, none], ['Tidings: stable releases', []]);
    const changes = await feedOf(t, aSite([]), 'changes');
    assert.equal(changes.description, 'What happened to releases after they came out');
    const { items: __, ...one } = await feedOf(t, aSite([aView([], project)]), 'projects/a.b');
    assert.deepEqual(one, {
      title: 'A & B releases',
      description: 'Releases of A & B (npm: @acme/tool)',
      home_page_url: `${URL_OF_SITE}projects/a.b/`,
      feed_url: `${URL_OF_SITE}projects/a.b/feed.json`,
    });
  });

  test('hold a purl, an address and the whole notes of each release', async (t) => {
    stubRenderer();
    const release = aRelease({ version: '1.0.0+Build/7', notes: ['text'], notesFrom: 'release' });
    const { items } = await feedOf(t, aSite([aView([release], aProject({ tags: ['infra'] }))]));
    assert.deepEqual(items, [
      {
        id: 'pkg:npm/tool@1.0.0%2BBuild%2F7',
        title: 'Tool 1.0.0+Build/7',
        url: `${URL_OF_SITE}projects/tool/1.0.0+%2542uild%252f7/`,
        content_html: '<p>rendered text</p>',
        summary: 'text',
        date_published: PUBLISHED,
        date_modified: PUBLISHED,
        tags: ['release', 'infra'],
      },
    ]);
  });

  test('say something where there are no notes, or nothing is left of them', async (t) => {
    stubRenderer();
    const project = aProject({ name: 'A<b>' });
    const silent = await feedOf(t, aSite([aView([aRelease({ version: '1.0.0' })], project)]));
    assert.equal(silent.items[0]?.summary, 'A<b> 1.0.0: major');
    assert.equal(silent.items[0]?.content_html, '<p>A&lt;b&gt; 1.0.0: major</p>');
    const emptied = aRelease({ version: '1.0.0', notes: ['nothing'], notesFrom: 'release' });
    const { items } = await feedOf(t, aSite([aView([emptied], project)]));
    assert.equal(items[0]?.content_html, '<p>nothing</p>');
  });

  test('hold fifty releases, and render fifteen', async (t) => {
    const asked = stubRenderer();
    const view = aView(releases(60));
    const { items } = await feedOf(t, aSite([view]));
    assert.deepEqual(
      items.map(({ title }) => title),
      view.entries.slice(0, 50).map(({ version }) => `Tool ${version}`),
    );
    assert.equal(items.filter(({ content_html }) => content_html !== undefined).length, 15);
    assert.deepEqual(
      [...new Set(asked)],
      Array.from({ length: 15 }, (_, index) => `notes ${index}`),
    );
  });

  test('of a project leave out what the feed of all leaves out', async (t) => {
    stubRenderer();
    const view = aView(releases(3));
    const { items } = await feedOf(t, aSite([view], { entries: view.entries.slice(1) }), 'projects/tool');
    assert.deepEqual(
      items.map(({ title }) => title),
      ['Tool 1.2.0', 'Tool 1.1.0'],
    );
  });

  test('are the same bytes for the same data', async (t) => {
    stubRenderer();
    const site = aSite([aView(releases(3))]);
    const [one, other] = [await write(t, site), await write(t, site)];
    for (const path of await listFiles(one.folder)) {
      assert.equal(
        await readFile(join(one.folder, path), 'utf8'),
        await readFile(join(other.folder, path), 'utf8'),
      );
    }
  });
});
