import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { SOCIAL_IMAGE } from '../../../src/core/site-path.ts';
import { SEARCH_LIST_PATH } from '../../../src/derive/search/search-list.ts';
import { leftFiles, readManifest, writeManifest } from '../../../src/outputs/kept/manifest.ts';
import { listFiles } from '../../../src/platform/files.ts';
import { writeAdvisory } from '../../../src/store/advisories.ts';
import { toChange } from '../../../src/store/classify.ts';
import { appendChanges, writeHealth } from '../../../src/store/write.ts';
import { createRandom } from '../../bench/make-notes.ts';
import { aFolder } from '../../build-release.ts';
import { affects, anAdvisory } from '../../derive/advisories/a-record.ts';
import { stubRenderer } from '../build-site.ts';
import { build, copyOf, editNewest, makeRoot, NAMES, writeList } from './a-data-folder.ts';

const LATER = '2026-11-20T11:00:00Z';

/** What happens between two builds. `kept` is what the second one keeps. */
interface Between {
  readonly name: string;
  readonly kept: string;
  readonly happens: (root: string, dist: string) => Promise<unknown>;
}

const lines = NAMES.map((name) => `  - pkg:npm/${name}`);
const failing = { package: 'pkg:npm/a', since: LATER, kind: 'host' } as const;

async function addRelease(root: string, name: string, at: string): Promise<void> {
  await editNewest(root, name, (newest) => [
    {
      ...newest,
      version: `9.0.${Date.parse(at)}`,
      publishedAt: at,
      seenAt: at,
      notes: [`- at ${at}`],
      notesFrom: 'release',
    },
    newest,
  ]);
}

const BETWEEN: readonly Between[] = [
  { name: 'nothing', kept: 'a b c d', happens: async () => {} },
  { name: 'a new release', kept: 'b c d', happens: (root) => addRelease(root, 'a', LATER) },
  {
    name: 'a release of another day',
    kept: '',
    happens: (root) => addRelease(root, 'a', '2026-11-21T10:00:00Z'),
  },
  {
    name: 'edited notes',
    kept: 'a b c',
    happens: (root) =>
      editNewest(root, 'd', (newest) => [{ ...newest, notes: ['- edited'], notesFrom: 'release' }]),
  },
  {
    name: 'a line of the ledger',
    kept: 'a c d',
    happens: (root) =>
      appendChanges(join(root, 'data'), [toChange({ kind: 'yanked' }, 'pkg:npm/b', '0.0.0', LATER)], LATER),
  },
  {
    name: 'a renamed project',
    kept: 'b c d',
    happens: (root) =>
      writeList(root, ['  - { name: a, package: pkg:npm/a, tags: [infra] }', ...lines.slice(1)]),
  },
  { name: 'a renamed list', kept: '', happens: (root) => writeList(root, lines, 'Ours') },
  // All were imported at once, as one item of the ledger: of three there is one each, and only that of the first has the old place.
  { name: 'a removed project', kept: 'a', happens: (root) => writeList(root, lines.slice(0, 3)) },
  {
    name: 'a version in use',
    kept: 'b c d',
    happens: (root) => writeList(root, ["  - { package: pkg:npm/a, uses: '0.0.0' }", ...lines.slice(1)]),
  },
  {
    name: 'an advisory',
    kept: 'a b d',
    happens: (root) =>
      writeAdvisory(
        join(root, 'data'),
        anAdvisory({ affected: [affects('pkg:npm/c', { versions: ['0.0.0'] })] }),
      ),
  },
  {
    name: 'a failure',
    kept: 'b c d',
    happens: (root) => writeHealth(join(root, 'data'), { format: 1, failing: [failing] }),
  },
  { name: 'another template', kept: '', happens: (root) => writeFile(join(root, 'src/page.ts'), 'two') },
  {
    name: 'other surroundings that no key knows',
    kept: '',
    happens: (root) => writeFile(join(root, 'around'), 'two'),
  },
  {
    name: 'a truncated manifest',
    kept: '',
    happens: (root) => cut(join(root, '.cache/build/manifest.json')),
  },
  { name: 'a lost cache', kept: '', happens: (root) => rm(join(root, '.cache'), { recursive: true }) },
  {
    name: 'a file that was removed',
    kept: 'b c d',
    happens: (_, dist) => rm(join(dist, 'projects/a/atom.xml')),
  },
  {
    name: 'a file that was edited',
    kept: 'a c d',
    happens: (_, dist) => writeFile(join(dist, 'projects/b/index.html'), 'x'),
  },
  { name: 'strays', kept: 'a b c d', happens: (_, dist) => put(dist, 'projects/z/1/index.html') },
  {
    name: 'a folder where a file belongs',
    kept: 'b c d',
    happens: (_, dist) => replace(dist, 'projects/a/feed.xml'),
  },
];

async function cut(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.slice(0, -30));
}

/** Returns the folder. */
async function put(folder: string, path: string): Promise<string> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), 'stray');
  return folder;
}

async function replace(folder: string, path: string): Promise<void> {
  await rm(join(folder, path));
  await put(folder, `${path}/inside`);
}

/** Every file of a folder, with its bytes. */
async function contents(folder: string): Promise<Map<string, string>> {
  const paths = await listFiles(folder);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

/** The site as it is when nothing is kept. */
async function fromScratch(t: TestContext, root: string, url?: string): Promise<Map<string, string>> {
  const folder = await aFolder(t);
  await build(await copyOf(root, join(folder, 'root')), join(folder, 'dist'), url);
  return contents(join(folder, 'dist'));
}

async function scene(t: TestContext): Promise<{ root: string; dist: string }> {
  const root = await aFolder(t);
  await makeRoot(root);
  const dist = join(root, 'dist');
  await build(root, dist);
  return { root, dist };
}

describe('a build after another one', () => {
  before(() => stubRenderer());

  for (const { name, kept, happens } of BETWEEN) {
    test(`and ${name} keeps ${kept || 'nothing'}, and has the bytes of a full one`, async (t) => {
      const { root, dist } = await scene(t);
      await happens(root, dist);
      assert.equal((await build(root, dist)).join(' '), kept);
      assert.deepEqual(await contents(dist), await fromScratch(t, root));
    });
  }

  test('for another address keeps nothing', async (t) => {
    const { root, dist } = await scene(t);
    const url = 'https://other.example/';
    assert.deepEqual(await build(root, dist, url), []);
    assert.deepEqual(await contents(dist), await fromScratch(t, root, url));
  });

  test('keeps what the one before it made, and what that one kept', async (t) => {
    const { root, dist } = await scene(t);
    await addRelease(root, 'a', LATER);
    assert.deepEqual(await build(root, dist), ['b', 'c', 'd']);
    assert.deepEqual(await build(root, dist), NAMES);
  });

  test('leaves what is searched and images, which are looked after when the site is there', async (t) => {
    const { root, dist } = await scene(t);
    const path = join(root, '.cache/build/manifest.json');
    const manifest = await readManifest(path, dist);
    assert.ok(manifest);
    const search = {
      key: '',
      notes: 1,
      files: leftFiles(['pagefind/kept'], await put(dist, 'pagefind/kept')),
    };
    await put(dist, 'pagefind/stray');
    await put(dist, SEARCH_LIST_PATH);
    for (const place of ['', 'projects/a/', 'projects/none/']) await put(dist, place + SOCIAL_IMAGE);
    await writeManifest(path, { ...manifest, search });
    await build(root, dist);
    const left = (await listFiles(dist)).filter(
      (one) => /pagefind|search/.test(one) || one.endsWith(SOCIAL_IMAGE),
    );
    const wanted = ['pagefind/kept', SEARCH_LIST_PATH, SOCIAL_IMAGE, `projects/a/${SOCIAL_IMAGE}`];
    assert.deepEqual(left.sort(), wanted.sort());
  });

  test('that was killed keeps nothing', async (t) => {
    const { root, dist } = await scene(t);
    await addRelease(root, 'a', LATER);
    await assert.rejects(build(root, join(dist, 'index.html')), 'there is no such folder');
    assert.deepEqual(await build(root, dist), []);
    assert.deepEqual(await contents(dist), await fromScratch(t, root));
  });

  test('has the bytes of a full one after any edits, round after round', async (t) => {
    const random = createRandom(6);
    const { root, dist } = await scene(t);
    for (let round = 0; round < 6; round += 1) {
      for (const { happens } of BETWEEN.filter(() => random() < 0.2)) {
        await happens(root, dist).catch((error: unknown) => assert.match(String(error), /ENOENT/));
      }
      await addRelease(root, NAMES[round % 3] ?? '', `2026-11-22T1${round}:00:00Z`);
      await build(root, dist);
      assert.deepEqual(await contents(dist), await fromScratch(t, root), `round ${round}`);
    }
  });
});
