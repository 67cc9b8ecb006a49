import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { upgradeNotesFile, writeUpgradeIndex } from '../../src/outputs/upgrade-files.ts';
import { listFiles } from '../../src/platform/files.ts';
import { aFolder, aProject, aRelease } from '../build-release.ts';
import { aSite, aView } from './build-site.ts';
import { writeProjectFiles } from './write-project-files.ts';

test('the planner finds the versions of all in one file, and the notes of each project in another', async (t) => {
  const folder = await aFolder(t);
  const tool = aView([
    aRelease({
      version: '1.1.0+Build.7',
      notes: ['### BREAKING CHANGES', '', '- No Node 18', '', '### Fixes', '', '- Mend a leak'],
      notesFrom: 'release',
    }),
    aRelease({ version: '1.0.0' }),
  ]);
  const site = aSite([tool, aView([], aProject({ id: 'other', package: parsePackage('pkg:npm/other') }))]);
  const target = { folder, url: 'https://team.example/', base: '/' };
  writeUpgradeIndex(site, target);
  await writeProjectFiles(site, target, [upgradeNotesFile]);
  const files = ['index.json', 'notes/other.json', 'notes/tool.json'].map((file) => `api/v1/upgrade/${file}`);
  assert.deepEqual((await listFiles(folder)).toSorted(), files);
  const read = async (file: string) =>
    JSON.parse(await readFile(join(folder, 'api/v1/upgrade', file), 'utf8'));
  const index = await read('index.json');
  assert.deepEqual(index.packages['pkg:npm/tool'].ladders, [
    {
      tracks: ['1'],
      rungs: [
        ['1.0.0', '2026-09-01', 'b'],
        ['1.1.0+Build.7', '2026-09-01', 'b'],
      ],
    },
  ]);
  assert.deepEqual(await read('notes/other.json'), { format: 1, releases: [] });
  const { releases } = await read('notes/tool.json');
  assert.deepEqual(releases, [
    {
      version: '1.1.0+Build.7',
      path: 'projects/tool/1.1.0+%42uild.7/',
      items: [
        ['breaking', 'No Node 18'],
        ['fix', 'Mend a leak'],
      ],
    },
    { version: '1.0.0', path: 'projects/tool/1.0.0/', items: [] },
  ]);
});

test('of a release with many items the first hundred are held, how many more there are, and whom it thanks', () => {
  const items = Array.from({ length: 103 }, (_, index) => `- Mend leak number ${index} by @octocat`);
  const tool = aView([
    aRelease({ version: '1.0.0', notes: ['### Fixes', '', ...items], notesFrom: 'release' }),
  ]);
  const { releases } = JSON.parse(String(upgradeNotesFile(tool)[0]?.content));
  assert.deepEqual(
    [releases[0].items.length, releases[0].more, releases[0].contributors],
    [100, 3, ['@octocat']],
  );
});
