import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePackage } from '../../../src/core/package.ts';
import type { Project } from '../../../src/core/project.ts';
import type { Release } from '../../../src/core/release.ts';
import { behind } from '../../../src/derive/behind.ts';
import type { Entry } from '../../../src/derive/entry.ts';
import { schemeOfProject } from '../../../src/derive/project-scheme.ts';
import type { Says } from '../../../src/derive/says.ts';
import { climb } from '../../../src/derive/upgrade/climb.ts';
import { laddersOf } from '../../../src/derive/upgrade/ladder.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../../build-release.ts';

const SAYS: Says = {
  breaks: ({ step }) => step.breaking,
  secures: ({ version }) => version.endsWith('.1'),
};

function laddersFor(releases: readonly Release[], project: Project = aProject()) {
  return laddersOf(entriesOf(releases, project), SAYS);
}

describe('a ladder', () => {
  test('holds every version, lowest first, with what is to be known of it', () => {
    const releases = [
      aRelease({ version: '2.0.0-rc.1', publishedAt: '2026-09-05T12:00:00Z' }),
      aRelease({ version: '1.0.0', yanked: 'broken' }),
      aRelease({ version: '1.0.1', withdrawnAt: IMPORTED, deprecated: 'old' }),
      aRelease({ version: '0.9.0' }),
      aRelease({ version: 'banana' }),
    ];
    assert.deepEqual(laddersFor(releases), [
      {
        tracks: ['0'],
        rungs: [
          ['0.9.0', '2026-09-01', 'b'],
          ['1.0.0', '2026-09-01', 'by'],
          ['1.0.1', '2026-09-01', 'swd'],
          ['2.0.0-rc.1', '2026-09-05', 'ps'],
        ],
      },
    ]);
  });

  test('names what upstream calls it, and stands by variant', () => {
    const github = aProject({ package: parsePackage('pkg:github/acme/tool'), track: { scheme: 'semver' } });
    assert.deepEqual(laddersFor([aRelease({ version: 'v1.0.0' })], github)[0]?.rungs, [
      ['1.0.0', '2026-09-01', 'b', 'v1.0.0'],
    ]);
    const guava = aProject({ package: parsePackage('pkg:maven/g/guava') });
    const ladders = laddersFor(
      [aRelease({ version: '33.0-jre' }), aRelease({ version: '33.0-android' })],
      guava,
    );
    assert.deepEqual(ladders.map(({ variant }) => variant).toSorted(), ['android', 'jre']);
  });

  test('of nothing there is none', () => assert.deepEqual(laddersFor([]), []));
});

const PROJECTS = {
  semver: aProject(),
  maven: aProject({ package: parsePackage('pkg:maven/com.google.guava/guava') }),
  pep440: aProject({ package: parsePackage('pkg:pypi/tool') }),
  tags: aProject({ package: parsePackage('pkg:github/acme/tool') }),
};

const number = fc.integer({ min: 0, max: 3 });
const version = fc
  .tuple(
    fc.constantFrom('', 'v'),
    number,
    number,
    number,
    fc.constantFrom('', '', '', '-rc.1', '-jre', '+7', 'x'),
  )
  .map(([v, a, b, c, end]) => `${v}${a}.${b}.${c}${end}`);
const release = fc.record({
  version,
  day: fc.integer({ min: 1, max: 28 }),
  state: fc.constantFrom('', '', '', 'yanked', 'withdrawn', 'deprecated'),
});

function toRelease({ version: text, day, state }: { version: string; day: number; state: string }): Release {
  return aRelease({
    version: text,
    publishedAt: `2026-09-${String(day).padStart(2, '0')}T08:00:00Z`,
    ...(state === 'yanked' && { yanked: 'broken' }),
    ...(state === 'withdrawn' && { withdrawnAt: IMPORTED }),
    ...(state === 'deprecated' && { deprecated: 'old' }),
  });
}

// What is no version stands on no ladder.
function isReadable({ project, version: text }: Entry): boolean {
  return schemeOfProject(project).facts(text) !== undefined;
}

describe('climbing a ladder', () => {
  for (const [name, project] of Object.entries(PROJECTS)) {
    test(`says what the releases themselves say: ${name}`, () => {
      const releases = fc.uniqueArray(release, { selector: (one) => one.version, maxLength: 14 });
      fc.assert(
        fc.property(releases, version, (told, used) => {
          const entries = entriesOf(told.map(toRelease), project);
          const long = behind(entries, used);
          const short = climb(laddersOf(entries, SAYS), schemeOfProject(project), used);
          assert.deepEqual(
            {
              from: short.from?.[0],
              state: short.state,
              onTrack: short.onTrack?.[0],
              latest: short.latest?.[0],
              between: short.between.map(([text]) => text),
              days: short.days,
            },
            {
              from: long.entry && isReadable(long.entry) ? long.entry.version : undefined,
              state: long.state,
              onTrack: long.onTrack?.version,
              latest: long.latest?.version,
              between: long.between.map((one) => one.version),
              days: long.days,
            },
          );
        }),
        { numRuns: 400, seed: 5 },
      );
    });
  }
});
