import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePackage } from '../../../src/core/package.ts';
import { compareMarkdown } from '../../../src/derive/compare/compare-markdown.ts';
import { gapsInWords } from '../../../src/derive/compare/compare-words.ts';
import { toComparison } from '../../../src/derive/compare/to-comparison.ts';
import { indexNotes, toldBetween } from '../../../src/derive/compare/told-between.ts';
import type { ReleaseItems } from '../../../src/derive/upgrade/upgrade-notes.ts';
import { aProject } from '../../build-release.ts';
import { anAdvisory } from '../upgrade/an-index.ts';
import { indexOf, inTurn, rangeOf, versionsOf } from './an-index.ts';

function says(version: string, items: ReleaseItems['items'], more: Partial<ReleaseItems> = {}): ReleaseItems {
  return { version, path: `projects/tool/${version}/`, items, ...more };
}

/** What the release that is tagged so says. */
function tagged(ref: string, items: ReleaseItems['items'], more: Partial<ReleaseItems> = {}): ReleaseItems {
  return { ...says(ref.slice(1), items, more), ref };
}

const notesOf = (...releases: readonly ReleaseItems[]) => indexNotes({ format: 1, releases });

/** What is told of all of these, a line each. */
function lines(...releases: readonly ReleaseItems[]): string[] {
  const { kinds } = toldBetween(
    releases.map(({ version }) => ({ version, day: '2026-01-01' })),
    notesOf(...releases),
  );
  return kinds.flatMap(({ kind, items }) =>
    items.map((item) => `${kind}: ${item.text} [${versionsOf(item.releases)}]`),
  );
}

describe('what is told between two versions', () => {
  for (const [what, releases, expected] of [
    [
      'a pre-release and its version',
      [says('2.0.0', [['breaking', 'No Node 18']]), says('2.0.0-rc.1', [['breaking', 'No Node 18 (#12)']])],
      ['breaking: No Node 18 [2.0.0 2.0.0-rc.1]'],
    ],
    [
      'a fix and its back-port',
      [says('2.0.1', [['fix', 'Mend a leak (#7)']]), says('1.0.2', [['fix', '#9 mend a leak.']])],
      ['fix: Mend a leak (#7) [2.0.1 1.0.2]'],
    ],
    [
      'what one release says twice',
      [
        says('1.0.0', [
          ['fix', 'A leak'],
          ['fix', 'A leak!'],
        ]),
      ],
      ['fix: A leak [1.0.0]'],
    ],
  ] as const) {
    test(`stands once: ${what}`, () => assert.deepEqual(lines(...releases), expected));
  }

  for (const [one, other] of [
    ['Support C++', 'Support C#'],
    ['Add the operator <', 'Add the operator >'],
    ['Drop Node 18', 'Drop Node 20'],
    ['#12', '#13'],
    ['Größe', 'Grosse'],
  ] as const) {
    test(`stands twice where it differs: ${one}, ${other}`, () => {
      assert.equal(
        lines(
          says('1.0.0', [
            ['feature', one],
            ['feature', other],
          ]),
        ).length,
        2,
      );
    });
  }

  test('thanks everybody once, by name, and counts who is silent or says more', () => {
    const notes = notesOf(
      says('1.2.0', [['fix', 'A']], { contributors: ['@Zoe', '@adam'], more: 5 }),
      says('1.1.0', [], { contributors: ['@zoe', 'Berta'] }),
      says('1.0.0', []),
    );
    const releases = ['1.2.0', '1.1.0', '1.0.0'].map((version) => ({ version, day: '2026-01-01' }));
    const told = toldBetween(releases, notes);
    assert.deepEqual(told.contributors, ['@adam', 'Berta', '@Zoe']);
    assert.equal(versionsOf(told.cut), '1.2.0');
    assert.equal(gapsInWords(told, 3), '2 releases of these have no notes that say anything.');
    assert.equal(
      gapsInWords({ ...told, silent: 1 }, 3),
      '1 release of these has no notes that say anything.',
    );
    assert.deepEqual(
      [gapsInWords(told, 2), gapsInWords({ ...told, silent: 0 }, 2)],
      ['No notes say what lies between.', ''],
    );
  });

  test('is said by the release that says it, not by another with the same version', () => {
    const notes = notesOf(tagged('v1.0.0', [['fix', 'A leak']]), says('1.0.0', [['fix', 'A crash']]));
    const of = (ref?: string) =>
      toldBetween([{ version: '1.0.0', day: '2026-01-01', ...(ref && { ref }) }], notes).kinds[0]?.items;
    assert.deepEqual(
      [of()?.map(({ text }) => text), of('v1.0.0')?.map(({ text }) => text)],
      [['A crash'], ['A leak']],
    );
  });

  test('loses no item, and names every version that tells it, in any order', () => {
    const item = fc.tuple(
      fc.constantFrom('fix' as const, 'feature' as const, 'other' as const),
      fc.constantFrom('A leak', 'a leak (#1)', 'B', 'C++', 'C#', '...x', '5'),
    );
    const releases = fc.array(fc.array(item, { maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(releases, (given) => {
        const held = given.map((items, index) => says(`1.${index}.0`, items));
        const [there, back] = [lines(...held), lines(...held.toReversed())];
        assert.equal(there.length, back.length);
        for (const { version, items } of held) {
          for (const [kind, text] of items) {
            const key = text.toLowerCase().replace(/ \(#1\)/, '');
            const found = [there, back].map((told) =>
              told.some(
                (line) =>
                  line.startsWith(`${kind}: `) && line.toLowerCase().includes(key) && line.includes(version),
              ),
            );
            assert.deepEqual(found, [true, true], `${kind} ${text} of ${version}`);
          }
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

const PROJECT = aProject({ package: parsePackage('pkg:github/acme/tool'), track: { scheme: 'semver' } });
const record = (id: string, from: string, fixed: string | undefined) => ({
  ...anAdvisory(id, 'x', undefined),
  affected: [
    {
      package: 'pkg:github/acme/tool',
      ranges: [{ type: 'SEMVER' as const, events: [{ introduced: from }, ...(fixed ? [{ fixed }] : [])] }],
    },
  ],
});
const INDEX = indexOf(inTurn('v1.0.0', 'v1.1.0', 'v1.2.0', 'v2.0.0', 'v1.2.1'), PROJECT, [
  record('GHSA-aaaa-aaaa-aaaa', '0', '1.2.0'),
  record('GHSA-bbbb-bbbb-bbbb', '0', undefined),
  record('GHSA-cccc-cccc-cccc', '2.0.0', '2.0.1'),
  record('GHSA-dddd-dddd-dddd', '1.1.0', '1.2.0'),
]);

describe('a comparison', () => {
  const { advisories, code } = toComparison(INDEX, rangeOf(INDEX, '1.0.0', '2.0.0'), notesOf());

  test('tells what becomes of vulnerabilities; what came and went between is no matter', () => {
    assert.deepEqual(
      advisories.closed.map(({ advisory, since }) => [advisory.id, since.version]),
      [['GHSA-aaaa-aaaa-aaaa', '1.2.0']],
    );
    assert.deepEqual(
      advisories.open.map(({ advisory, fixedIn }) => [advisory.id, fixedIn]),
      [['GHSA-bbbb-bbbb-bbbb', undefined]],
    );
    assert.deepEqual(
      advisories.entered.map(({ advisory, fixedIn }) => [advisory.id, fixedIn]),
      [['GHSA-cccc-cccc-cccc', '2.0.1']],
    );
  });

  test('names the first release that is free of a vulnerability, be it the lowest', () => {
    const { closed } = toComparison(INDEX, rangeOf(INDEX, '1.1.0', '2.0.0'), notesOf()).advisories;
    assert.deepEqual(
      closed.map(({ since }) => since.version),
      ['1.2.0', '1.2.0'],
    );
  });

  test('leads to the code at upstream, by its tags', () => {
    assert.deepEqual(code, [
      { name: 'github: acme/tool', url: 'https://github.com/acme/tool/compare/v1.0.0...v2.0.0' },
    ]);
    const same = toComparison(INDEX, rangeOf(INDEX, '1.0.0', '1.0.0'), notesOf());
    assert.deepEqual(same.code, []);
  });

  test('is a document in markdown that mentions nobody', () => {
    const notes = notesOf(
      tagged('v2.0.0', [['breaking', 'No <b>callbacks</b>, ask @octocat']], { contributors: ['@octocat'] }),
      tagged('v1.1.0', []),
      tagged('v1.2.0', [['fix', 'A leak']], { more: 4 }),
    );
    assert.equal(
      compareMarkdown(toComparison(INDEX, rangeOf(INDEX, '1.0.0', '2.0.0'), notes)),
      [
        '# Tool v1.0.0 → v2.0.0',
        'A major step: 3 releases, in 30 days. Of these, 1 marked as breaking. 1 January 2026 to 31 January 2026.',
        'Code at github: acme/tool: <https://github.com/acme/tool/compare/v1.0.0...v2.0.0>',
        [
          '- GHSA-aaaa-aaaa-aaaa, high, fixed in v1.2.0: What GHSA-aaaa-aaaa-aaaa is',
          '- GHSA-bbbb-bbbb-bbbb, high, stays open: What GHSA-bbbb-bbbb-bbbb is',
          '- GHSA-cccc-cccc-cccc, high, comes in on the way: What GHSA-cccc-cccc-cccc is',
        ].join('\n'),
        '**Breaking**',
        '- No \\<b\\>callbacks\\</b\\>, ask @<!-- -->octocat (2.0.0)',
        '**Fixed**',
        '- A leak (1.2.0)',
        '1 release of these has no notes that say anything.',
        'These say more than is listed here: 1.2.0.',
        'Out after v2.0.0, and not counted: v1.2.1.',
        'Thanks to @<!-- -->octocat.\n',
      ].join('\n\n'),
    );
  });
});
