import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSite } from '../../src/site/read-site.ts';
import { SEEN } from '../bench/make-record.ts';
import { aFolder } from '../build-release.ts';
import { makeRoot, writeList } from './kept/a-data-folder.ts';

// `b` ships what is a project of its own and what another project ships too; `d` has to do with that project alone.
const LIST = [
  '  - pkg:npm/a',
  '  - { package: pkg:npm/b, channels: [pkg:npm/a, pkg:npm/shared] }',
  '  - { package: pkg:npm/c, channels: [pkg:npm/shared, pkg:npm/d] }',
  '  - pkg:npm/d',
];

const TABLE = {
  b: ['a', 'b', 'c'],
  a: ['a', 'b'],
  d: ['c', 'd'],
};

for (const [id, read] of Object.entries(TABLE)) {
  test(`the part of ${id} has all projects, and releases of ${read.join(', ')} alone`, async (t) => {
    const root = await aFolder(t);
    await makeRoot(root);
    await writeList(root, LIST);
    const site = await readSite(join(root, 'data'), { ids: [id], asOf: SEEN });
    const held = site.projects.filter(({ entries, records }) => entries.length > 0 && records.size > 0);
    assert.deepEqual([...site.byId.keys()], ['a', 'b', 'c', 'd']);
    assert.deepEqual(
      held.map(({ project }) => project.id),
      read,
    );
    assert.ok(site.projects.every((view) => held.includes(view) || view.records.size === 0));
  });
}
