import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { projectAdvisories } from '../../../src/derive/advisories/project-advisories.ts';
import { compareLines } from '../../../src/derive/compare/compare-lines.ts';
import { toCompareIndex } from '../../../src/derive/compare/to-compare-index.ts';
import { projectEntries } from '../../../src/derive/entries.ts';
import { aProject, aRecord, aRelease } from '../../build-release.ts';
import { anAdvisory } from '../upgrade/an-index.ts';
import { indexOf, inTurn, versionsOf } from './an-index.ts';

/** The lines of an index in words: `jre: 1 2`. */
function told(index: ReturnType<typeof indexOf>): string[] {
  return index.lines.map(({ name, isByDate, releases }) => {
    return `${name ?? ''}${isByDate ? 'by date' : ''}: ${versionsOf(releases)}`;
  });
}

const at = (purl: string) => aProject({ package: parsePackage(purl) });

describe('the index of a comparison', () => {
  for (const [what, purl, versions, lines] of [
    [
      'the order of its scheme, not of its days',
      'pkg:npm/tool',
      ['1.10.0', '1.9.0', '1.10.0-rc.1'],
      [': 1.9.0 1.10.0-rc.1 1.10.0'],
    ],
    [
      'a line a variant, that of the latest first',
      'pkg:maven/g/tool',
      ['33.0-android', '33.0-jre', '33.1-jre'],
      ['jre: 33.0-jre 33.1-jre', 'android: 33.0-android'],
    ],
    [
      'a line a component of a monorepo',
      'pkg:github/acme/mono',
      ['@s/x@1.10.0', '@s/y@0.1.0', '@s/x@1.9.0'],
      ['@s/y: @s/y@0.1.0', '@s/x: @s/x@1.9.0 @s/x@1.10.0'],
    ],
    [
      'what is no version last, by its day',
      'pkg:npm/tool',
      ['zebra', 'apple', '1.0.0'],
      [': 1.0.0', 'by date: zebra apple'],
    ],
    ['nothing for a project without releases', 'pkg:npm/tool', [], []],
  ] as const) {
    test(`has ${what}`, () => assert.deepEqual(told(indexOf(inTurn(...versions), at(purl))), lines));
  }

  test('says of a release what is to be known, and leaves out the rest', () => {
    const project = aProject({ package: parsePackage('pkg:github/acme/tool') });
    const [line] = indexOf(inTurn('v1.0.0', 'v1.1.0 yanked', 'v1.2.9'), project).lines;
    assert.deepEqual(line?.releases, [
      { version: '1.0.0', day: '2026-01-01', flags: 'b', ref: 'v1.0.0' },
      { version: '1.1.0', day: '2026-01-11', flags: 'y', ref: 'v1.1.0', edits: 2 },
      { version: '1.2.9', day: '2026-01-21', flags: 's', ref: 'v1.2.9' },
    ]);
    assert.deepEqual(line.tracks, [['1', 'v1.2.9']]);
  });

  test('holds the advisories that affect a release, the worst first, and which', () => {
    const records = [
      anAdvisory('GHSA-aaaa-aaaa-aaaa', 'tool', '1.1.0', 'LOW'),
      anAdvisory('GHSA-bbbb-bbbb-bbbb', 'tool', '1.2.0', 'CRITICAL'),
      { ...anAdvisory('GHSA-cccc-cccc-cccc', 'tool', '0.1.0') },
    ];
    const { advisories, lines } = indexOf(inTurn('1.0.0', '1.1.0', '1.2.0'), aProject(), records);
    assert.deepEqual(advisories, [
      {
        id: 'GHSA-bbbb-bbbb-bbbb',
        url: 'https://github.com/advisories/GHSA-bbbb-bbbb-bbbb',
        severity: 'critical',
        summary: 'What GHSA-bbbb-bbbb-bbbb is',
      },
      {
        id: 'GHSA-aaaa-aaaa-aaaa',
        url: 'https://github.com/advisories/GHSA-aaaa-aaaa-aaaa',
        severity: 'low',
        summary: 'What GHSA-aaaa-aaaa-aaaa is',
      },
    ]);
    assert.deepEqual(
      lines[0]?.releases.map(({ open }) => open),
      [
        [
          [0, '1.2.0'],
          [1, '1.1.0'],
        ],
        [[0, '1.2.0']],
        undefined,
      ],
    );
  });

  test('names what is in use, and the repositories with the tags of channels', () => {
    const github = parsePackage('pkg:github/acme/tool');
    const project = aProject({
      channels: [github],
      lists: [
        { list: 'main', uses: '1.0.0' },
        { list: 'b', uses: undefined },
      ],
    });
    const records = new Map([
      ['pkg:npm/tool', aRecord({ package: 'pkg:npm/tool', releases: inTurn('1.0.0', '1.1.0') })],
      [github.purl, aRecord({ package: github.purl, releases: [aRelease({ version: 'v1.0.0' })] })],
    ]);
    const entries = projectEntries(project, records);
    const advisories = projectAdvisories(project, entries, new Map());
    const says = { breaks: () => false, secures: () => false };
    const world = { says, titleOf: (list: string) => `The ${list}`, editsOf: () => 0 };
    const index = toCompareIndex({ project, entries, advisories }, compareLines(entries), world);
    assert.deepEqual(
      [index.uses, index.repositories, index.package],
      [[['1.0.0', 'The main']], [github.purl], 'pkg:npm/tool'],
    );
    assert.deepEqual(
      index.lines[0]?.releases.map(({ tags }) => tags),
      [{ 0: 'v1.0.0' }, undefined],
    );
    assert.deepEqual([index.format, index.project, index.name, index.scheme], [1, 'tool', 'Tool', 'semver']);
  });
});
