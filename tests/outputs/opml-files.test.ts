import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parseOpml } from 'feedsmith';
import type { Project } from '../../src/core/project.ts';
import { writeOpml } from '../../src/outputs/opml-files.ts';
import { listFiles } from '../../src/platform/files.ts';
import type { Site } from '../../src/site.ts';
import { aFolder, aProject } from '../build-release.ts';
import { aSite, aView } from './build-site.ts';
import { URL_OF_SITE } from './read-feeds.ts';

function view(id: string, fields: Partial<Project> = {}) {
  return aView([], aProject({ id, name: id.toUpperCase(), ...fields }));
}

const A = view('a', { tags: ['web', 'infra'] });
const B = view('b', { lists: ['team', 'main'].map((list) => ({ list, uses: undefined })) });
const C = view('c', { tags: ['infra'] });
const VIEWS = [A, B, C];
const MAIN = { list: 'main', title: 'Main', views: VIEWS };
const TEAM = { list: 'team', title: 'Team', views: [B] };
const TAGS = [{ tag: 'infra', views: [A, C] }];

async function write(t: TestContext, fields: Partial<Site>): Promise<string> {
  const folder = await aFolder(t);
  writeOpml(aSite(VIEWS, fields), { folder, url: URL_OF_SITE, base: '/tidings/' });
  return folder;
}

/** Its outlines, a folder as its name and what it holds. */
async function outlinesOf(folder: string, path = ''): Promise<unknown[]> {
  const { body } = parseOpml(await readFile(join(folder, path, 'subscriptions.opml'), 'utf8'));
  return (body?.outlines ?? []).map(({ text, outlines }) =>
    outlines === undefined ? text : [text, ...outlines.map((one) => one.text)],
  );
}

describe('files of subscriptions', () => {
  test('stand at the root for every kind of feed, and beside every list, tag and source', async (t) => {
    const sources = [{ type: 'npm', views: [A] }];
    const folder = await write(t, { lists: [MAIN, TEAM], tags: TAGS, sources });
    const folders = ['', 'breaking/', 'changes/', 'lists/main/', 'lists/team/', 'major/', 'security/'];
    assert.deepEqual(
      (await listFiles(folder)).toSorted(),
      [...folders, 'sources/npm/', 'stable/', 'tags/infra/']
        .map((path) => `${path}subscriptions.opml`)
        .toSorted(),
    );
  });

  test('have the lists as folders, and a project in the first that follows it', async (t) => {
    const later = { list: 'later', title: 'Later', views: [A, C] };
    const folder = await write(t, { lists: [MAIN, TEAM, later] });
    assert.deepEqual(await outlinesOf(folder), [
      ['Main', 'A', 'C'],
      ['Team', 'B'],
    ]);
  });

  test('have tags as folders where there is one list, in one list, and none in a tag', async (t) => {
    const folder = await write(t, { lists: [MAIN], tags: TAGS });
    const inTags = [['infra', 'C'], ['web', 'A'], 'B'];
    assert.deepEqual(await outlinesOf(folder), inTags);
    assert.deepEqual(await outlinesOf(folder, 'lists/main'), inTags);
    assert.deepEqual(await outlinesOf(folder, 'tags/infra'), ['A', 'C']);
  });

  test('name the feed of their kind by its absolute address, the page, and the tags', async (t) => {
    const folder = await write(t, { lists: [TEAM] });
    const text = await readFile(join(folder, 'changes/subscriptions.opml'), 'utf8');
    const { head, body } = parseOpml(text);
    assert.equal(head?.title, 'Tidings: changes');
    const page = `${URL_OF_SITE}projects/a/`;
    const name = 'A: changes';
    assert.deepEqual(body?.outlines?.find(({ text }) => text === 'web')?.outlines, [
      {
        type: 'rss',
        text: name,
        title: name,
        xmlUrl: `${page}changes/atom.xml`,
        htmlUrl: page,
        category: '/web,/infra',
      },
    ]);
  });

  test('are the same bytes for the same data', async (t) => {
    const [one, other] = [await write(t, { lists: [MAIN] }), await write(t, { lists: [MAIN] })];
    for (const path of await listFiles(one)) {
      assert.equal(await readFile(join(one, path), 'utf8'), await readFile(join(other, path), 'utf8'));
    }
  });
});
