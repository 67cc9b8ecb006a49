import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parsePackage } from '../../../src/core/package.ts';
import { releasePath } from '../../../src/core/site-path.ts';
import type { Entry } from '../../../src/derive/entry.ts';
import { saysOf } from '../../../src/derive/says.ts';
import { readList } from '../../../src/derive/search/read-list.ts';
import { packFlags, type ReleaseFlags, unpackFlags } from '../../../src/derive/search/release-flags.ts';
import { searchList } from '../../../src/derive/search/search-list.ts';
import { meaningOf } from '../../../src/site/meaning.ts';
import { makeListed } from '../../bench/make-listed.ts';
import { aProject, aRelease, IMPORTED } from '../../build-release.ts';
import { aView } from '../../outputs/build-site.ts';

function folderOf({ project, release }: Entry): string {
  return releasePath(project.id, release.version).slice(`projects/${project.id}/`.length, -1);
}

for (const [projects, releases] of [
  [200, 50],
  [1000, 10],
] as const) {
  test(`${projects} projects with ${releases} releases each take less than 60 kB on their way`, () => {
    const list = JSON.stringify(searchList(makeListed(projects, releases), folderOf, 10_000));
    const bytes = gzipSync(list).length;
    assert.ok(bytes > 30_000, `${bytes} bytes: the releases are too easy to make small to prove anything`);
    assert.ok(bytes <= 60_000, `${bytes} bytes`);
  });
}

test('a list that was read is what the projects hold', () => {
  const made = makeListed(30, 20);
  const read = readList(JSON.parse(JSON.stringify(searchList(made, folderOf, 0))));
  assert.equal(read.length, 30);
  for (const [place, { project, entries }] of made.projects.entries()) {
    const { releases, ...about } = read[place] ?? assert.fail();
    assert.equal(about.id, project.id);
    assert.deepEqual(
      releases.map(({ version, day, path, step, isBreaking, isSecurity }) => [
        version,
        day,
        path,
        step,
        isBreaking,
        isSecurity,
      ]),
      entries.map((entry) => [
        entry.version,
        entry.at.slice(0, 10),
        releasePath(project.id, entry.release.version),
        entry.step.kind,
        made.says.breaks(entry),
        made.says.secures(entry),
      ]),
    );
  }
});

test('marks, odd versions and scoped names survive', () => {
  const odd = 'Ünïcode/<script>&"\'?#%41';
  const project = aProject({
    id: 'graphql',
    name: 'GraphQL',
    package: parsePackage('pkg:npm/%40octokit/graphql'),
    tags: ['Api'],
  });
  const view = aView(
    [
      aRelease({
        version: '2.0.0',
        publishedAt: '2026-09-03T00:00:00Z',
        notes: ['### Security', '', '- Fix CVE-2026-12345, a remote code execution'],
        notesFrom: 'release',
      }),
      aRelease({ version: odd, publishedAt: '2026-09-02T23:59:59Z', yanked: 'broken' }),
      aRelease({ version: '1.0.0', publishedAt: '1969-12-31T00:00:00Z', withdrawnAt: IMPORTED }),
    ],
    project,
  );
  const made = {
    projects: [view, aView([], aProject({ id: 'empty' }))],
    says: saysOf([view], meaningOf),
    asOf: IMPORTED,
  };
  const list = searchList(made, folderOf, 7);
  assert.equal(list.notes, 7);
  assert.deepEqual(Object.keys(list.projects[0]?.folders ?? {}), ['1']);
  const [read, empty] = readList(JSON.parse(JSON.stringify(list)));
  assert.deepEqual(empty?.releases, []);
  assert.deepEqual(read?.names, ['graphql', '@octokit/graphql', 'api']);
  assert.equal(read?.purl, 'pkg:npm/@octokit/graphql');
  const facts = read?.releases.map(({ version, day, path, isSecurity, isGone }) => [
    version,
    day,
    path,
    isSecurity,
    isGone,
  ]);
  assert.deepEqual(facts, [
    ['2.0.0', '2026-09-03', 'projects/graphql/2.0.0/', true, false],
    [odd, '2026-09-02', releasePath('graphql', odd), false, true],
    ['1.0.0', '1969-12-31', 'projects/graphql/1.0.0/', false, true],
  ]);
});

test('every mix of flags is one character that JSON leaves alone, and comes back', () => {
  const steps: readonly ReleaseFlags['step'][] = ['other', 'patch', 'minor', 'major', 'prerelease'];
  const seen = new Set<string>();
  for (const step of steps) {
    for (let bits = 0; bits < 8; bits += 1) {
      const flags = { step, isBreaking: (bits & 1) > 0, isSecurity: (bits & 2) > 0, isGone: (bits & 4) > 0 };
      const character = packFlags(flags);
      assert.equal(JSON.stringify(character), `"${character}"`);
      assert.equal(character.length, 1);
      assert.deepEqual(unpackFlags(character), flags);
      seen.add(character);
    }
  }
  assert.equal(seen.size, 40);
  // Written by an older or newer version of this code.
  assert.equal(unpackFlags('~').step, 'other');
});
