import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Entry } from '../../../src/derive/entry.ts';
import type { Manifest } from '../../../src/outputs/kept/manifest.ts';
import { writeOutput } from '../../../src/outputs/write-output.ts';
import { writeSearchUnit } from '../../../src/outputs/write-search-unit.ts';
import { listFiles } from '../../../src/platform/files.ts';
import { aFolder, aProject, aRelease } from '../../build-release.ts';
import { aSite, aView } from '../build-site.ts';

function siteOf(...notes: readonly string[]) {
  return aSite([aView([aRelease({ version: '1.0.0', notes: [...notes], notesFrom: 'release' })])]);
}

test('the index is kept while no notes change and its files lie there', async (t) => {
  const folder = await aFolder(t);
  const target = { folder, url: 'https://team.example/', base: '/' };
  let made = 0;
  const write = async () => {
    made += 1;
    writeOutput(folder, 'pagefind/pagefind.js', `index ${made}`);
    return { done: 'made', notes: 1, paths: ['pagefind/pagefind.js'] };
  };
  let search: Manifest['search'];
  const next = async (site = siteOf('- one'), code = 'code') => {
    const last = { shell: '', search };
    ({ search } = await writeSearchUnit({ site, target, code, last }, () => {}, write));
    return made;
  };
  assert.equal(await next(), 1);
  assert.equal(await next(), 1);
  assert.deepEqual(
    await listFiles(folder),
    ['pagefind/pagefind.js', 'search/list.json'],
    'the list is written anew',
  );
  assert.equal(await next(siteOf('- two')), 2);
  assert.equal(await next(siteOf('- two'), 'other code'), 3);
  await rm(join(folder, 'pagefind/pagefind.js'));
  assert.equal(await next(siteOf('- two'), 'other code'), 4);
  assert.equal(search?.notes, 1);
});

const ONE = aRelease({ version: '1.0.0', notes: ['- one'], notesFrom: 'release' });
function siteOfEntry(fields: Partial<Entry>) {
  const view = aView([ONE]);
  return aSite([{ ...view, entries: view.entries.map((entry) => ({ ...entry, ...fields })) }]);
}

const OTHERS = {
  'the name of a project': aSite([aView([ONE], aProject({ name: 'Other' }))]),
  'the id of a project': aSite([aView([ONE], aProject({ id: 'other' }))]),
  'the moment of a release, by which they are in order': siteOfEntry({ at: '2020-01-01T00:00:00Z' }),
  'the version that a release is shown by': siteOfEntry({ version: 'other' }),
  'the version that a release has its page by': siteOfEntry({ release: { ...ONE, version: 'other' } }),
};

for (const [name, site] of Object.entries(OTHERS)) {
  test(`the index is made anew with ${name}`, async (t) => {
    const target = { folder: await aFolder(t), url: 'https://team.example/', base: '/' };
    let made = 0;
    const write = async () => {
      made += 1;
      return { done: 'made', notes: 1, paths: [] };
    };
    const first = { site: siteOf('- one'), target, code: '', last: undefined };
    const { search } = await writeSearchUnit(first, () => {}, write);
    await writeSearchUnit({ ...first, last: { shell: '', search } }, () => {}, write);
    assert.equal(made, 1);
    await writeSearchUnit({ ...first, site, last: { shell: '', search } }, () => {}, write);
    assert.equal(made, 2);
  });
}

test('what could not be indexed is tried again', async (t) => {
  const target = { folder: await aFolder(t), url: 'https://team.example/', base: '/' };
  const write = async () => ({ done: 'not made', notes: 0, paths: [] });
  const { done, search } = await writeSearchUnit(
    { site: siteOf('- one'), target, code: '', last: undefined },
    () => {},
    write,
  );
  assert.deepEqual([done, search], ['not made', undefined]);
});
