import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Advisory } from '../../src/core/advisory.ts';
import type { Project } from '../../src/core/project.ts';
import type { Release } from '../../src/core/release.ts';
import { joinRecords } from '../../src/derive/advisories/join-records.ts';
import { projectAdvisories } from '../../src/derive/advisories/project-advisories.ts';
import { indexByPackage } from '../../src/derive/advisories/vulnerability.ts';
import { libyears, versionsInUse } from '../../src/derive/in-use.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../build-release.ts';
import { anAdvisory } from './upgrade/an-index.ts';

const breaks = ({ step }: { step: { breaking: boolean } }) => step.breaking;

function used(releases: readonly Release[], fields: Partial<Project>, records: readonly Advisory[] = []) {
  const project = aProject(fields);
  const entries = entriesOf(releases, project);
  const advisories = projectAdvisories(project, entries, indexByPackage(joinRecords(records)));
  return { project, entries, advisories };
}

const RELEASES = ['1.0.0', '1.1.0', '2.0.0', '2.1.0', '3.0.0'].map((version, index) =>
  aRelease({ version, publishedAt: `202${index}-01-01T00:00:00Z` }),
);

describe('versions in use', () => {
  test('are told of each list that names one, by list and by name', () => {
    const lists = [
      { list: 'web', uses: '1.1.0' },
      { list: 'api', uses: '3.0.0' },
      { list: 'quiet', uses: undefined },
    ];
    const found = versionsInUse(
      [used(RELEASES, { lists }), used(RELEASES, { id: 'a', name: 'a tool', lists: lists.slice(0, 1) })],
      breaks,
    );
    assert.deepEqual(
      found.map(({ list, project, behind, breaking }) => [
        list,
        project.name,
        behind.state,
        breaking.map(({ version }) => version).join(' '),
      ]),
      [
        ['api', 'Tool', 'current', ''],
        ['web', 'a tool', 'behind', '2.0.0 3.0.0'],
        ['web', 'Tool', 'behind', '2.0.0 3.0.0'],
      ],
    );
  });

  test('of the same name stand in the order of their ids', () => {
    const lists = [{ list: 'web', uses: '1.0.0' }];
    const found = versionsInUse(
      ['b', 'a'].map((id) => used(RELEASES, { id, lists })),
      breaks,
    );
    assert.deepEqual(
      found.map(({ project }) => project.id),
      ['a', 'b'],
    );
  });

  for (const [flag, fields] of [
    [undefined, {}],
    ['deprecated', { deprecated: 'old' }],
    ['yanked', { deprecated: 'old', yanked: 'broken' }],
    ['withdrawn', { deprecated: 'old', yanked: 'broken', withdrawnAt: IMPORTED }],
  ] as const) {
    test(`are flagged ${flag ?? 'with nothing'}`, () => {
      const releases = [aRelease({ version: '1.0.0', ...fields }), aRelease({ version: '1.1.0' })];
      const [found] = versionsInUse([used(releases, { lists: [{ list: 'web', uses: '1.0.0' }] })], breaks);
      assert.equal(found?.flag, flag);
    });
  }

  test('tell what affects them, and what the latest closes of that', () => {
    const records = [
      anAdvisory('GHSA-aaaa-0000-0000', 'tool', '2.0.0', 'LOW'),
      anAdvisory('GHSA-bbbb-0000-0000', 'tool', undefined, 'CRITICAL'),
      anAdvisory('GHSA-cccc-0000-0000', 'other', '3.0.0'),
    ];
    const [found] = versionsInUse(
      [used(RELEASES, { lists: [{ list: 'web', uses: '1.0.0' }] }, records)],
      breaks,
    );
    assert.deepEqual(
      found?.affectedBy.map(({ vulnerability, fixedIn }) => [vulnerability.id, fixedIn]),
      [
        ['GHSA-bbbb-0000-0000', undefined],
        ['GHSA-aaaa-0000-0000', '2.0.0'],
      ],
    );
    assert.deepEqual(
      found.closes.map(({ id }) => id),
      ['GHSA-aaaa-0000-0000'],
    );
  });

  test('add up to libyears, as far as their days are known', () => {
    const at = (uses: string) => used(RELEASES, { lists: [{ list: 'web', uses }] });
    const found = versionsInUse([at('1.1.0'), at('2.0.0'), at('0.5.0')], breaks);
    // 2021 to 2024, and 2022 to 2024.
    assert.equal(libyears(found), (1095 + 730) / 365.25);
    assert.equal(libyears([]), 0);
  });
});
