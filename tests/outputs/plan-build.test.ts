import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { writeManifest } from '../../src/outputs/kept/manifest.ts';
import { planBuild } from '../../src/outputs/plan-build.ts';
import { marksText, type Site, useRenderer } from '../../src/site.ts';
import { aFolder, aProject, aRelease } from '../build-release.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** Five projects of three releases, whose notes name them. */
function aLargeSite(): Site {
  return aSite(
    NAMES.map((name) => {
      const project = aProject({ id: name, package: parsePackage(`pkg:npm/${name}`) });
      const releases = [1, 2, 3].map((minor) =>
        aRelease({ version: `1.${minor}.0`, notes: [`${name}${minor}`], notesFrom: 'release' }),
      );
      return aView(releases, project);
    }),
  );
}

const targetIn = (root: string) => ({ folder: join(root, 'dist'), url: 'https://team.example/', base: '/' });

test('all notes are rendered ahead', async (t) => {
  const asked = stubRenderer();
  const root = await aFolder(t);
  const { notes } = await planBuild({ root, code: 'one' }, aLargeSite(), targetIn(root));
  assert.deepEqual([...notes.keys()], NAMES);
  await Promise.all(notes.values());
  assert.deepEqual(
    [...asked].sort(),
    NAMES.flatMap((name) => [`${name}1`, `${name}2`, `${name}3`]),
  );
});

test('notes of no more than two projects are asked for at a time', async (t) => {
  const asked: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  useRenderer({
    render: async (text) => {
      asked.push(text);
      await promise;
      return { html: '', fallback: false };
    },
    close: async () => {},
  });
  const root = await aFolder(t);
  const { notes } = await planBuild({ root, code: 'one' }, aLargeSite(), targetIn(root));
  await new Promise((done) => setImmediate(done));
  assert.deepEqual([...new Set(asked.map(([name]) => name))], ['a', 'b']);
  resolve();
  await Promise.all(notes.values());
  assert.equal(asked.length, 15);
});

test('what goes wrong with notes is thrown where they are waited for, and with no others', async (t) => {
  useRenderer({
    render: async (text) => {
      if (text === 'b2') throw new Error('no worker');
      return { html: '', fallback: false };
    },
    close: async () => {},
  });
  const root = await aFolder(t);
  const { notes } = await planBuild({ root, code: 'one' }, aLargeSite(), targetIn(root));
  // Nobody waits for it yet: that is no unhandled rejection.
  await notes.get('e');
  await new Promise((done) => setImmediate(done));
  await assert.rejects(async () => notes.get('b'), /no worker/);
  for (const name of ['a', 'c', 'd']) await notes.get(name);
});

test('a project with the key of the last build is kept, and its notes are not read for their marks', async (t) => {
  stubRenderer();
  const root = await aFolder(t);
  const site = aLargeSite();
  const target = targetIn(root);
  const { keys, manifestPath } = await planBuild({ root, code: 'one' }, site, target);
  const unit = (key = '') => ({ key, marks: '312', files: [] });
  const projects = { a: unit(keys.get('a')), b: unit(keys.get('c')) };
  await writeManifest(manifestPath, { format: 1, folder: target.folder, shell: '', projects });
  const { kept, fresh } = await planBuild({ root, code: 'one' }, site, target);
  assert.deepEqual([...kept.keys()], ['a']);
  assert.deepEqual(
    fresh.map(({ project }) => project.id),
    ['b', 'c', 'd', 'e'],
  );
  const marks = site.projects.map(({ entries }) => marksText(entries));
  assert.deepEqual(marks, ['312', '000', '000', '000', '000']);
});
