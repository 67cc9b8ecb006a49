import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { Change } from '../../src/core/change.ts';
import { notesHash } from '../../src/core/notes.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { comparePages } from '../../src/outputs/compare-pages.ts';
import type { ProjectView, Site } from '../../src/site.ts';
import { aFolder, aProject, aRecord, aRelease } from '../build-release.ts';
import { aChange } from '../derive/build-change.ts';
import { inTurn } from '../derive/compare/an-index.ts';
import { aSite, aView } from './build-site.ts';
import { writeProjectFiles } from './write-project-files.ts';

/** Writes the comparisons of a site below a folder. */
async function write(
  t: TestContext,
  site: Site,
): Promise<{ read: (path: string) => Promise<string>; files: string[] }> {
  const folder = await aFolder(t);
  const target = { folder, url: 'https://team.example/tidings/', base: '/tidings/' };
  const files = await writeProjectFiles(site, target, [comparePages]);
  return { files, read: (path) => readFile(join(folder, path), 'utf8') };
}

/** A project of these versions whose records are held. */
function holding(versions: readonly string[], notes: readonly string[] = []): ProjectView {
  const releases = inTurn(...versions).map((one) => ({
    ...one,
    ...(notes.length > 0 && { notes: [...notes], notesFrom: 'release' as const }),
  }));
  const record: PackageRecord = aRecord({ package: 'pkg:npm/tool', releases });
  return { ...aView(releases, aProject({ name: 'A<b>' })), records: new Map([[record.package, record]]) };
}

const edited = (version: string, before: readonly string[], after: string): Change =>
  aChange('notes-edited', { version, before: [...before], after: notesHash(after) });

describe('pages of comparisons', () => {
  test('are one a project, with the files that they read', async (t) => {
    const other = aView([], aProject({ id: 'other', package: parsePackage('pkg:npm/other') }));
    const { files } = await write(t, aSite([holding(['1.0.0', '1.1.0']), other]));
    assert.deepEqual(
      files,
      ['projects/other/compare/', 'projects/tool/compare/'].flatMap((path) => [
        `${path}index.html`,
        `${path}versions.json`,
      ]),
    );
  });

  test('have what a page has, escaped, and the versions as links, highest first', async (t) => {
    const { read } = await write(t, aSite([holding(['1.0.0', '1.10.0', '1.9.0'])]));
    const page = await read('projects/tool/compare/index.html');
    assert.ok(
      page.startsWith('<t>Compare versions of A&lt;b&gt;</t><d>Two versions of A&lt;b&gt;: all notes'),
      page,
    );
    assert.ok(
      page.includes(
        '<c>https://team.example/tidings/projects/tool/compare/</c><p>tool</p><a>/tidings/projects/tool/</a><h>A&lt;b&gt;</h>',
      ),
      page,
    );
    assert.deepEqual(
      [...page.matchAll(/<li><a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, text]) => `${href} ${text}`),
      [
        '/tidings/projects/tool/1.10.0/ 1.10.0',
        '/tidings/projects/tool/1.9.0/ 1.9.0',
        '/tidings/projects/tool/1.0.0/ 1.0.0',
      ],
    );
    assert.match(page, /<time datetime="2026-01-21T00:00:00Z">21 January 2026<\/time>/);
    assert.doesNotMatch(page, /its page/);
  });

  test('lead to the page of the project where it has more than thirty versions', async (t) => {
    const versions = Array.from({ length: 31 }, (_, index) => `1.${index}.0`);
    const { read } = await write(t, aSite([holding(versions)]));
    const page = await read('projects/tool/compare/index.html');
    assert.equal(page.match(/<li>/g)?.length, 30);
    assert.match(page, /All 31 stand on <a href="\/tidings\/projects\/tool\/">its page<\/a>/);
  });

  test('know the edits of notes: of each release, and one by one where many were made at once', async (t) => {
    const view = holding(['1.0.0', '1.1.0'], ['now']);
    const changes = [
      edited('1.0.0', ['first'], 'second'),
      edited('1.0.0', ['second'], 'now'),
      edited('9.9.9', ['x'], 'y'),
    ];
    const { read } = await write(
      t,
      aSite([view], { changes, lists: [{ list: 'main', title: 'Main', views: [view] }] }),
    );
    const { edits } = JSON.parse(await read('projects/tool/compare/edits.json'));
    assert.deepEqual(
      edits.map(({ ref, diff, isReplaced, channel }: Record<string, { hunks: unknown }>) => [
        ref,
        diff?.hunks,
        isReplaced,
        channel,
      ]),
      [
        [
          '1.0.0',
          [
            [
              { kind: 'removed', text: 'first\n' },
              { kind: 'added', text: 'second' },
            ],
          ],
          undefined,
          undefined,
        ],
        [
          '1.0.0',
          [
            [
              { kind: 'removed', text: 'second\n' },
              { kind: 'added', text: 'now' },
            ],
          ],
          undefined,
          undefined,
        ],
      ],
    );
    assert.match(edits[0].place, /^changes\/2026\/11\/#c[0-9a-f]{16}$/);
    const index = JSON.parse(await read('projects/tool/compare/versions.json'));
    assert.deepEqual(
      index.lines[0].releases.map((one: { edits?: number }) => one.edits),
      [2, undefined],
    );
    const many = holding(
      Array.from({ length: 25 }, (_, n) => `1.${n}.0`),
      ['now'],
    );
    const recut = Array.from({ length: 25 }, (_, n) => edited(`1.${n}.0`, [`old ${n}`], 'now'));
    const again = await write(t, aSite([many], { changes: recut }));
    const all = JSON.parse(await again.read('projects/tool/compare/edits.json')).edits;
    assert.equal(all.length, 25);
    assert.deepEqual(all[24].diff.hunks, [
      [
        { kind: 'removed', text: 'old 24\n' },
        { kind: 'added', text: 'now' },
      ],
    ]);
  });

  test('say whose notes were edited where it was a channel, and what is no longer held', async (t) => {
    const github = parsePackage('pkg:github/acme/tool');
    const project = aProject({ channels: [github] });
    const view = aView([aRelease({ version: '1.0.0' })], project);
    const entries = view.entries.map((entry) => ({
      ...entry,
      channels: [{ package: github, release: aRelease({ version: 'v1.0.0' }) }],
    }));
    const change = aChange('notes-edited', {
      package: github.purl,
      version: 'v1.0.0',
      before: ['gone'],
      after: notesHash('unknown'),
    });
    const { read } = await write(t, aSite([{ ...view, entries }], { changes: [change] }));
    const [edit] = JSON.parse(await read('projects/tool/compare/edits.json')).edits;
    assert.deepEqual([edit.ref, edit.channel, edit.isReplaced], ['1.0.0', 'github: acme/tool', true]);
    assert.deepEqual(edit.diff.hunks, [[{ kind: 'removed', text: 'gone' }]]);
  });
});
