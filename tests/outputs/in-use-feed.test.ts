import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { joinRecords } from '../../src/derive/advisories/join-records.ts';
import { changesByRelease } from '../../src/derive/changes-by-release.ts';
import { versionsInUse } from '../../src/derive/in-use.ts';
import { inUseEntries } from '../../src/outputs/in-use-feed.ts';
import { aProject, aRelease } from '../build-release.ts';
import { aChange } from '../derive/build-change.ts';
import { anAdvisory } from '../derive/upgrade/an-index.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';

const TARGET = { folder: '', url: 'https://team.example/tidings/', base: '/tidings/' };
const RELEASES = [
  aRelease({ version: '2.0.0-rc.1', publishedAt: '2026-09-04T00:00:00Z' }),
  aRelease({ version: '1.2.0', publishedAt: '2026-09-03T00:00:00Z' }),
  aRelease({ version: '1.1.0', publishedAt: '2026-09-02T00:00:00Z' }),
  aRelease({ version: '1.0.0', publishedAt: '2026-09-01T00:00:00Z' }),
];

/** The feed of a list that uses this version; another list uses the newest. */
function entriesFor(uses: string, changes: Parameters<typeof aSite>[1] = {}) {
  stubRenderer();
  const lists = [
    { list: 'web', uses },
    { list: 'api', uses: '1.2.0' },
  ];
  const known = joinRecords([anAdvisory('GHSA-aaaa-0000-0000', 'tool', '1.2.0')]);
  const view = aView(RELEASES, aProject({ lists, tags: ['infra'] }), known);
  const site = aSite([view], { inUse: versionsInUse([view], () => false), ...changes });
  return inUseEntries('web', changesByRelease(site.changes), site, TARGET);
}

async function titles(uses: string, changes: Parameters<typeof aSite>[1] = {}): Promise<string[]> {
  return (await entriesFor(uses, changes)).map(({ title }) => title);
}

describe('the feed of what is in use', () => {
  test('holds the releases to go to and what affects the version, newest first', async () => {
    assert.deepEqual(await titles('1.0.0'), [
      'Tool 1.0.0, in use, is affected by GHSA-aaaa-0000-0000, high: fixed in 1.2.0',
      'Tool 1.2.0',
      'Tool 1.1.0',
    ]);
    assert.deepEqual(await titles('1.2.0'), []);
  });

  test('names a vulnerability by the release and its id, and leads to the release', async () => {
    const [entry] = await entriesFor('1.1.0');
    assert.deepEqual(entry, {
      id: 'pkg:npm/tool@1.1.0#GHSA-aaaa-0000-0000',
      title: 'Tool 1.1.0, in use, is affected by GHSA-aaaa-0000-0000, high: fixed in 1.2.0',
      url: 'https://team.example/tidings/projects/tool/1.1.0/',
      published: '2026-10-01T00:00:00Z',
      updated: '2026-10-01T00:00:00Z',
      summary: 'What GHSA-aaaa-0000-0000 is',
      tags: ['in use', 'security', 'high', 'infra'],
    });
  });

  test('leads to the project where the version is not held', async () => {
    const [entry] = await entriesFor('0.9.0');
    assert.equal(entry?.url, 'https://team.example/tidings/projects/tool/');
    assert.equal(entry.id, 'pkg:npm/tool@0.9.0#GHSA-aaaa-0000-0000');
  });

  test('holds what happened to the version in use, and to no other', async () => {
    const { version: _, ...ofPackage } = aChange('renamed', { at: '2026-11-04T00:00:00Z' });
    const changes = [
      aChange('yanked', { version: '1.0.0', at: '2026-11-02T00:00:00Z' }),
      aChange('yanked', { version: '1.1.0', at: '2026-11-03T00:00:00Z' }),
      ofPackage,
    ];
    const told = await titles('1.0.0', { changes });
    assert.deepEqual(told.filter((title) => title.includes(':')).slice(0, 1), ['Tool 1.0.0: yanked']);
    assert.equal(
      told.some((title) => title.startsWith('Tool 1.1.0:')),
      false,
    );
  });

  test('holds fifty entries, the newest of them', async (t: TestContext) => {
    stubRenderer();
    const releases = Array.from({ length: 70 }, (_, index) =>
      aRelease({
        version: `1.${index}.0`,
        publishedAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().replace('.000', ''),
      }),
    );
    const view = aView(releases, aProject({ lists: [{ list: 'web', uses: '1.0.0' }] }));
    const site = aSite([view], { inUse: versionsInUse([view], () => false) });
    const entries = await inUseEntries('web', new Map(), site, TARGET);
    t.assert.equal(entries.length, 50);
    assert.deepEqual([entries[0]?.title, entries.at(-1)?.title], ['Tool 1.69.0', 'Tool 1.20.0']);
  });
});
