import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Project } from '../../src/core/project.ts';
import type { Release } from '../../src/core/release.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { isOffered, isStable } from '../../src/derive/entry.ts';
import { aProject, aRecord, aRelease, entriesOf } from '../build-release.ts';

const NPM = parsePackage('pkg:npm/tool');
const GITHUB = parsePackage('pkg:github/acme/tool');

/** Releases of these versions, the first one the newest. */
function releasesOf(...versions: readonly string[]): Release[] {
  return versions.map((version, index) => {
    const publishedAt = `2026-09-${String(28 - index).padStart(2, '0')}T00:00:00Z`;
    return aRelease({ version, publishedAt });
  });
}

function shown(project: Partial<Project>, ...versions: readonly string[]): string[] {
  return entriesOf(releasesOf(...versions), aProject(project)).map(({ version }) => version);
}

/** The entries of an npm project with a GitHub channel. */
function joined(primary: readonly Release[], channel: readonly Release[], project: Partial<Project> = {}) {
  const records = new Map([
    [NPM.purl, aRecord({ package: NPM.purl, releases: primary })],
    [GITHUB.purl, aRecord({ releases: channel })],
  ]);
  return projectEntries(aProject({ channels: [GITHUB], ...project }), records);
}

describe('the entries of a project', () => {
  test('are its primary package’s releases, newest first', () => {
    const [first, second, ...rest] = entriesOf(releasesOf('1.1.0', '1.0.0').toReversed());
    assert.deepEqual(rest, []);
    assert.deepEqual([first?.version, first?.at], ['1.1.0', '2026-09-28T00:00:00Z']);
    assert.deepEqual(
      [first?.step, second?.step],
      [
        { kind: 'minor', breaking: false },
        { kind: 'major', breaking: true },
      ],
    );
    assert.deepEqual([first?.project.id, first?.release.version, first?.channels], ['tool', '1.1.0', []]);
  });

  test('of a package that was not fetched yet are none', () => {
    assert.deepEqual(projectEntries(aProject(), new Map()), []);
  });

  test('carry the version without the decoration of a tag', () => {
    const versions = shown({ package: GITHUB }, 'v1.2.0', 'release-1.1.0', '1.0.0', 'cli@0.9.0', 'nightly');
    assert.deepEqual(versions, ['1.2.0', '1.1.0', '1.0.0', 'cli@0.9.0', 'nightly']);
  });

  test('of a registry carry the version as it is', () => {
    assert.deepEqual(shown({}, 'v1.2.0', '1.0.0-a@2'), ['v1.2.0', '1.0.0-a@2']);
  });

  test('are pre-releases by their text or by upstream’s flag', () => {
    const releases = [
      ...releasesOf('1.1.0-rc.1', '1.0.0'),
      aRelease({ version: '0.9.0', publishedAt: '2026-01-01T00:00:00Z', prerelease: true }),
    ];
    const entries = entriesOf(releases);
    assert.deepEqual(
      entries.map((entry) => [entry.prerelease, isStable(entry)]),
      [
        [true, false],
        [false, true],
        [true, false],
      ],
    );
  });

  test('are stable only if upstream stands by them', () => {
    const marks = [{}, { yanked: 'y' }, { withdrawnAt: '2026-09-01T00:00:00Z' }, { deprecated: 'd' }];
    const offers = marks.map((fields) => entriesOf([aRelease({ version: '1.0.0', ...fields })]));
    assert.deepEqual(
      offers.flat().map((entry) => [isOffered(entry), isStable(entry)]),
      [
        [true, true],
        [false, false],
        [false, false],
        [true, true],
      ],
    );
  });
});

describe('the view of a watchlist', () => {
  test('leaves out what it excludes, by version or by tag', () => {
    const versions = ['v1.1.0-alpha.1', 'v1.0.0', 'nightly'];
    assert.deepEqual(shown({ package: GITHUB, track: { exclude: ['*-alpha*', 'nightly'] } }, ...versions), [
      '1.0.0',
    ]);
    assert.deepEqual(shown({ package: GITHUB, track: { exclude: ['v1.0.0'] } }, ...versions), [
      '1.1.0-alpha.1',
      'nightly',
    ]);
    assert.deepEqual(shown({ package: GITHUB, track: { exclude: ['1.0.0'] } }, ...versions), [
      '1.1.0-alpha.1',
      'nightly',
    ]);
  });

  test('leaves out what is older than it asks for', () => {
    assert.deepEqual(shown({ track: { since: '2026-09-27' } }, '3.0.0', '2.0.0', '1.0.0'), [
      '3.0.0',
      '2.0.0',
    ]);
  });

  test('shows what upstream calls its latest, however old it is, and no older one once that moved on', () => {
    const project = aProject({ track: { since: '2026-09-27' } });
    const shownWith = (latest: string) => {
      const releases = releasesOf('2.0.2', '2.0.1', '6.0.0', '5.0.0');
      const record = aRecord({ package: NPM.purl, upstream: { tags: { latest, old: '5.0.0' } }, releases });
      return projectEntries(project, new Map([[NPM.purl, record]])).map(({ version }) => version);
    };
    assert.deepEqual(shownWith('6.0.0'), ['2.0.2', '2.0.1', '6.0.0']);
    assert.deepEqual(shownWith('2.0.2'), ['2.0.2', '2.0.1']);
  });

  test('takes the tags that match, and their version', () => {
    const track = { match: 'cli@(?<version>.+)' };
    assert.deepEqual(shown({ package: GITHUB, track }, 'v1.0.0', 'cli@0.9.0', 'cli@0.8.0'), [
      '0.9.0',
      '0.8.0',
    ]);
  });

  test('chooses the scheme', () => {
    const step = (project: Partial<Project>) =>
      entriesOf(releasesOf('2024.02', '2024.01'), aProject(project))[0]?.step.kind;
    assert.equal(step({}), 'other');
    assert.equal(step({ track: { scheme: 'loose' } }), 'minor');
  });
});

describe('channels', () => {
  test('join by version, under any of the project’s names, and add no entries', () => {
    const channel = releasesOf('v1.4.0', 'v1.3.0', 'tool@1.2.0', 'Tool-v1.1.0', 'other@1.0.0', 'nightly');
    const entries = joined(releasesOf('1.3.0', '1.2.0', '1.1.0', '1.0.0'), channel);
    assert.deepEqual(
      entries.map(({ version, channels }) => [version, channels.map(({ release }) => release.version)]),
      [
        ['1.3.0', ['v1.3.0']],
        ['1.2.0', ['tool@1.2.0']],
        ['1.1.0', ['Tool-v1.1.0']],
        ['1.0.0', []],
      ],
    );
    assert.equal(entries[0]?.channels[0]?.package, GITHUB);
  });

  test('of a registry join though a pattern reads the tags of the primary package', () => {
    const records = new Map([
      [GITHUB.purl, aRecord({ releases: releasesOf('v1.0.0') })],
      [NPM.purl, aRecord({ package: NPM.purl, releases: releasesOf('1.0.0') })],
    ]);
    const project = aProject({ package: GITHUB, channels: [NPM], track: { match: 'v(?<version>.+)' } });
    assert.equal(projectEntries(project, records)[0]?.channels[0]?.release.version, '1.0.0');
  });
});

describe('the notes of an entry', () => {
  const noted = (
    version: string,
    text: string,
    notesFrom: Release['notesFrom'],
    fields: Partial<Release> = {},
  ) => aRelease({ version, notes: text.split('\n'), notesFrom, ...fields });

  for (const [name, primary, channel, expected] of [
    ['there are none', aRelease({ version: '1.0.0' }), aRelease(), undefined],
    ['the only ones', noted('1.0.0', 'mine', 'changelog'), aRelease(), 'mine'],
    ['those of the channel', aRelease({ version: '1.0.0' }), noted('v1.0.0', 'theirs', 'tag'), 'theirs'],
    [
      'the release’s before a changelog’s',
      noted('1.0.0', 'mine', 'changelog'),
      noted('v1.0.0', 'theirs', 'release'),
      'theirs',
    ],
    [
      'the changelog’s before a tag’s',
      noted('1.0.0', 'mine', 'changelog'),
      noted('v1.0.0', 'theirs', 'tag'),
      'mine',
    ],
    ['a tag’s before a feed’s', noted('1.0.0', 'mine', 'feed'), noted('v1.0.0', 'theirs', 'tag'), 'theirs'],
    [
      'the primary package’s, all else equal',
      noted('1.0.0', 'mine', 'release'),
      noted('v1.0.0', 'theirs', 'release'),
      'mine',
    ],
    ['not blank ones', noted('1.0.0', ' \n\t', 'release'), noted('v1.0.0', 'theirs', 'feed'), 'theirs'],
    ['not those of unknown origin', noted('1.0.0', 'mine', undefined), aRelease(), undefined],
  ] as const) {
    test(`are ${name}`, () => {
      assert.equal(joined([primary], [channel])[0]?.notes?.text, expected);
    });
  }

  test('tell where they are from, and whether they were cut', () => {
    const cut = { notesCut: 'sha256:00' };
    const [entry] = joined([aRelease({ version: '1.0.0' })], [noted('v1.0.0', 'a\nb', 'release', cut)]);
    assert.deepEqual(entry?.notes, {
      text: 'a\nb',
      isCut: true,
      from: 'release',
      package: GITHUB,
      ref: 'v1.0.0',
    });
    const [whole] = joined([noted('1.0.0', 'a', 'release')], []);
    assert.equal(whole?.notes?.isCut, false);
  });
});
