import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../../src/platform/files.ts';
import { writeAdvisory } from '../../../src/store/advisories.ts';
import { toChange } from '../../../src/store/classify.ts';
import { appendChanges, writeHealth } from '../../../src/store/write.ts';
import { SEEN } from '../../bench/make-record.ts';
import { aFolder } from '../../build-release.ts';
import { affects, anAdvisory } from '../../derive/advisories/a-record.ts';
import { buildProject, layProject } from '../../site/build-project.ts';
import { editNewest, makeRoot, writeList } from './a-data-folder.ts';

const URL = 'https://team.example/tidings/';

/** Puts a release without notes before the newest one. */
function addRelease(root: string, name: string, version: string, at: string): Promise<void> {
  return editNewest(root, name, ({ notes: _, notesFrom: __, ...newest }) => [
    { ...newest, version, publishedAt: at, seenAt: at },
    newest,
  ]);
}

const A = '{ package: pkg:npm/a }';
const A_TAGGED = '{ package: pkg:npm/a, tags: [infra] }';
const A_USED = "{ package: pkg:npm/a, tags: [infra], uses: '0.0.0' }";
// Its channel is a project of its own, and its ledger tells of that one.
const D = '{ package: pkg:npm/d, channels: [pkg:npm/a] }';

function list(root: string, projects: readonly string[], title?: string): Promise<void> {
  return writeList(
    root,
    projects.map((project) => `  - ${project}`),
    title,
  );
}

/** What happens between two builds, several things at once where the second one keeps something all the same. */
const STEPS: readonly {
  readonly name: string;
  readonly kept: number;
  readonly happens: (root: string) => Promise<unknown>;
}[] = [
  { name: 'nothing', kept: 4, happens: async () => {} },
  { name: 'nothing once more', kept: 4, happens: async () => {} },
  {
    name: 'a release of one project, at an hour after which the notes of another are awaited no longer',
    kept: 2,
    happens: (root) => addRelease(root, 'b', '9.0.0', '2026-11-20T16:00:00Z'),
  },
  {
    name: 'a tag, which feeds of another project tell, and an advisory',
    kept: 1,
    happens: async (root) => {
      await list(root, [A_TAGGED, 'pkg:npm/b', 'pkg:npm/c', D]);
      const affected = [affects('pkg:npm/c', { versions: ['0.0.0'] })];
      await writeAdvisory(join(root, 'data'), anAdvisory({ affected }));
    },
  },
  {
    name: 'a removed project, a version in use and a failure',
    kept: 0,
    happens: async (root) => {
      await list(root, [A_USED, 'pkg:npm/b', D]);
      await writeHealth(join(root, 'data'), {
        format: 1,
        failing: [{ package: 'pkg:npm/b', since: SEEN, kind: 'host' }],
      });
    },
  },
  {
    name: 'something around all pages that no key knows of',
    kept: 0,
    happens: async (root) => {
      const path = join(root, '.cache/build/manifest.json');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace(/"shell":"\w+"/, '"shell":"other"'));
    },
  },
  {
    name: 'a second list',
    kept: 0,
    happens: (root) =>
      writeFile(
        join(root, 'data/watchlists/other.yml'),
        "title: Others\nprojects:\n  - { package: pkg:npm/b, uses: '0.0.1' }\n",
      ),
  },
];

async function makeScene(root: string): Promise<void> {
  await makeRoot(root);
  await list(root, [A, 'pkg:npm/b', 'pkg:npm/c', D]);
  await addRelease(root, 'a', '9.0.0', '2026-11-19T15:00:00Z');
  await appendChanges(join(root, 'data'), [toChange({ kind: 'yanked' }, 'pkg:npm/a', '0.0.0', SEEN)], SEEN);
  await layProject(root);
}

async function keptBy(root: string): Promise<number> {
  const said = await buildProject(root, URL);
  const [, kept] = /(\d+) of them kept as they were/.exec(said) ?? [];
  return Number(kept);
}

/** The files of a folder whose bytes are not those of another, and those that one of the two lacks. */
async function differences(folder: string, other: string): Promise<string[]> {
  const [paths, others] = await Promise.all([listFiles(folder), listFiles(other)]);
  const lacking = [...new Set(paths).symmetricDifference(new Set(others))];
  const both = paths.filter((path) => !lacking.includes(path));
  const differ = await Promise.all(
    both.map(async (path) => {
      const [one, two] = await Promise.all([readFile(join(folder, path)), readFile(join(other, path))]);
      return one.equals(two) ? [] : [path];
    }),
  );
  return [...lacking, ...differ.flat()];
}

test('builds that keep what has not changed have the bytes of full ones, with all pages of Astro', async (t) => {
  const folder = await aFolder(t);
  const [root, full] = [join(folder, 'kept'), join(folder, 'full')];
  await makeScene(root);
  await layProject(full);
  assert.equal(await keptBy(root), 0);
  for (const { name, kept, happens } of STEPS) {
    await happens(root);
    await cp(join(root, 'data'), join(full, 'data'), { recursive: true });
    await rm(join(full, '.cache/build'), { recursive: true, force: true });
    const [count, whole] = await Promise.all([keptBy(root), keptBy(full)]);
    assert.deepEqual(await differences(join(root, 'dist'), join(full, 'dist')), [], name);
    assert.deepEqual({ name, count, whole }, { name, count: kept, whole: 0 });
  }
});
