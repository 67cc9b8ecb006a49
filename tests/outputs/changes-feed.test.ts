import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { changeId } from '../../src/core/change.ts';
import { notesHash } from '../../src/core/notes.ts';
import { parsePackage } from '../../src/core/package.ts';
import { changeEntries } from '../../src/outputs/changes-feed.ts';
import { aFolder, aProject, aRecord, aRelease, IMPORTED } from '../build-release.ts';
import { aChange, recut } from '../derive/build-change.ts';
import { assertGolden } from '../golden.ts';
import { aSite, aView, stubRenderer } from './build-site.ts';
import { writeFeeds } from './read-feeds.ts';

const TARGET = { folder: '', url: 'https://team.example/tidings/', base: '/tidings/' };
const HOSTILE = `</ins>]]><script>alert('1')</script> & \u202E`;

/** A site of one project with these changes. */
function siteOf(changes: Parameters<typeof aSite>[1], notes: string[] = []) {
  const release = aRelease({ version: '1.0.0', notes, notesFrom: 'release' });
  const view = aView([release], aProject({ name: 'A <b>tool</b>', tags: ['infra'] }));
  const records = new Map([['pkg:npm/tool', aRecord({ package: 'pkg:npm/tool', releases: [release] })]]);
  return aSite([{ ...view, records }], changes);
}

const entriesOf = (changes: readonly ReturnType<typeof aChange>[]) => {
  const site = siteOf({ changes });
  return changeEntries(site.ledger.items, site, TARGET);
};

describe('the feed of changes', () => {
  test('holds what happened after publication, newest first', () => {
    const changes = [
      aChange('imported', { at: IMPORTED }),
      aChange('published', { at: '2026-11-02T00:00:00Z' }),
      aChange('yanked', { at: '2026-11-03T00:00:00Z' }),
      aChange('unyanked', { at: '2026-11-04T00:00:00Z', flap: true }),
      aChange('tag-moved', { at: '2026-11-05T00:00:00Z', flap: true }),
    ];
    assert.deepEqual(
      entriesOf(changes).map(({ title }) => title),
      ['A <b>tool</b> 1.0.0: tag moved', 'A <b>tool</b> 1.0.0: yanked'],
    );
  });

  test('names an entry by purl and change, and leads to the ledger', () => {
    const change = aChange('tag-moved', { before: 'a'.repeat(40), after: 'b'.repeat(40) });
    const [entry] = entriesOf([change]);
    assert.deepEqual(entry, {
      id: `pkg:npm/tool@1.0.0#${changeId(change)}`,
      title: 'A <b>tool</b> 1.0.0: tag moved',
      url: `https://team.example/tidings/changes/2026/11/#c${changeId(change).slice(0, 16)}`,
      published: change.at,
      updated: change.at,
      html: `<p>A &lt;b&gt;tool&lt;/b&gt; 1.0.0: tag moved.</p><p>The tag of a release points at another commit: the same version is other code now.</p><p>Before: <code>${'a'.repeat(40)}</code></p><p>After: <code>${'b'.repeat(40)}</code></p>`,
      summary: `${'a'.repeat(12)}… → ${'b'.repeat(12)}…`,
      tags: ['alert', 'tag-moved', 'infra'],
    });
  });

  test('names a change of a package by its purl', () => {
    const { version: _, ...renamed } = aChange('renamed', { before: 'a', after: 'b' });
    const [entry] = entriesOf([renamed]);
    assert.equal(entry?.id, `pkg:npm/tool#${changeId(renamed)}`);
    assert.equal(entry?.title, 'A <b>tool</b>: renamed');
  });

  for (const [count, expected] of [
    [20, 20],
    [21, 1],
  ] as const) {
    test(`tells ${count} edits at once as ${expected}`, () => {
      const entries = entriesOf(recut(count));
      assert.equal(entries.length, expected);
      const title = 'A <b>tool</b>: notes of 21 versions edited at once: 1.0.0 … 1.20.0';
      if (expected === 1) assert.equal(entries[0]?.title, title);
    });
  }

  test('holds fifty entries', () => {
    const changes = Array.from({ length: 60 }, (_, n) => aChange('yanked', { version: `${n}` }));
    const entries = entriesOf(changes);
    assert.deepEqual(
      [entries.length, entries[0]?.title, entries.at(-1)?.title],
      [50, 'A <b>tool</b> 59: yanked', 'A <b>tool</b> 10: yanked'],
    );
  });
});

describe('the files of the feed of changes', () => {
  const after = ['reads five tides', HOSTILE];
  const changes = [
    aChange('published', { at: '2026-11-02T00:00:00Z' }),
    aChange('notes-edited', { at: '2026-11-03T00:00:00Z', before: ['unknown <i>'], after: 'sha256:00' }),
    aChange('notes-edited', {
      at: '2026-11-04T00:00:00Z',
      before: ['reads three tides'],
      after: notesHash(after.join('\n')),
    }),
    aChange('asset-replaced', {
      at: '2026-11-05T00:00:00Z',
      subject: HOSTILE,
      before: `sha256:${'0'.repeat(64)}`,
      after: `sha256:${'f'.repeat(64)}`,
    }),
    aChange('yanked', { at: '2026-11-06T00:00:00Z', after: HOSTILE }),
  ];

  for (const file of ['atom.xml', 'feed.xml', 'feed.json']) {
    test(`${file} is byte for byte as it was, for all and for one project`, async (t) => {
      stubRenderer();
      const folder = await aFolder(t);
      await writeFeeds(siteOf({ changes }, after), { ...TARGET, folder });
      assertGolden(`feeds/changes.${file}`, await readFile(join(folder, 'changes', file), 'utf8'));
      const ofProject = await readFile(join(folder, 'projects/tool/changes', file), 'utf8');
      assertGolden(`feeds/project-changes.${file}`, ofProject);
    });
  }

  test('of a project tell of its packages alone', async (t) => {
    stubRenderer();
    const folder = await aFolder(t);
    const others = aView([], aProject({ id: 'other', package: parsePackage('pkg:npm/other') }));
    const site = aSite([aView([aRelease({ version: '1.0.0' })]), others], { changes });
    await writeFeeds(site, { ...TARGET, folder });
    const { items } = JSON.parse(await readFile(join(folder, 'projects/other/changes/feed.json'), 'utf8'));
    assert.deepEqual(items, []);
  });
});
