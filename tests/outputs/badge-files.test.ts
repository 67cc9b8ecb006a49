import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { versionsInUse } from '../../src/derive/in-use.ts';
import { projectBadges, writeSharedBadges } from '../../src/outputs/badge-files.ts';
import { listFiles } from '../../src/platform/files.ts';
import { aFolder, aProject, aRelease } from '../build-release.ts';
import { aSite, aView } from './build-site.ts';
import { writeProjectFiles } from './write-project-files.ts';

const LISTS = [{ list: 'team', uses: '1.0.0' }];
const tool = aView(
  ['1.1.0', '1.0.0'].map((version) => aRelease({ version })),
  aProject({ lists: LISTS, tags: ['infra'] }),
);
const other = aView(
  [aRelease({ version: '9.0.0', publishedAt: '2026-10-01T00:00:00Z' })],
  aProject({ id: 'other', name: 'Other' }),
);
const site = aSite([other, tool], {
  inUse: versionsInUse([other, tool], () => false),
  lists: [{ list: 'team', title: 'Team', views: [tool] }],
  tags: [{ tag: 'infra', views: [tool] }],
});

describe('the files of badges', () => {
  test('lie beside the page that they tell of', async (t) => {
    const folder = await aFolder(t);
    const target = { folder, url: 'https://team.example/', base: '/' };
    writeSharedBadges(site, target);
    await writeProjectFiles(site, target, [projectBadges]);
    const paths = await listFiles(folder);
    const of = (place: string, ...names: string[]) =>
      names.flatMap((name) => [`${place}/${name}.json`, `${place}/${name}.svg`]);
    assert.deepEqual(paths, [
      ...of('lists/team', 'latest', 'outdated'),
      ...of('projects/other', 'latest', 'outdated'),
      ...of('projects/tool', 'latest', 'outdated'),
      ...of('tags/infra', 'latest'),
    ]);
    const messageOf = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8')).message;
    assert.equal(await messageOf('projects/tool/latest.json'), '1.1.0');
    assert.equal(await messageOf('projects/tool/outdated.json'), '1.0.0, 1 behind');
    assert.equal(await messageOf('projects/other/outdated.json'), 'not told');
    assert.equal(await messageOf('lists/team/latest.json'), 'Tool 1.1.0');
    assert.equal(await messageOf('lists/team/outdated.json'), '1 of 1 behind');
    assert.equal(await messageOf('tags/infra/latest.json'), 'Tool 1.1.0');
    assert.match(
      await readFile(join(folder, 'projects/tool/latest.svg'), 'utf8'),
      /^<svg [^>]+Tool: 1\.1\.0"/,
    );
  });
});
