import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Advisory } from '../../../src/core/advisory.ts';
import { parsePackage } from '../../../src/core/package.ts';
import type { Project } from '../../../src/core/project.ts';
import { alertInWords, alertsOf, sortAlerts } from '../../../src/derive/advisories/alerts.ts';
import { projectAdvisories } from '../../../src/derive/advisories/project-advisories.ts';
import { joinRecords } from '../../../src/derive/advisories/vulnerability.ts';
import { projectEntries } from '../../../src/derive/entries.ts';
import { aProject, aRecord, aRelease } from '../../build-release.ts';
import { affects, anAdvisory } from './a-record.ts';

const NPM = 'pkg:npm/tool';

/** What is said of a project that holds these versions, oldest first, a day apart. */
function advisoriesOf(
  held: Readonly<Record<string, readonly string[]>>,
  records: readonly Advisory[],
  fields: Partial<Project> = {},
) {
  const [primary = NPM, ...channels] = Object.keys(held);
  const project = aProject({
    package: parsePackage(primary),
    channels: channels.map(parsePackage),
    ...fields,
  });
  const byPurl = new Map(
    Object.entries(held).map(([purl, versions]) => {
      const releases = versions.map((version, index) =>
        aRelease({ version, publishedAt: `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00Z` }),
      );
      return [purl, aRecord({ package: purl, releases })];
    }),
  );
  const entries = projectEntries(project, byPurl);
  const advisories = projectAdvisories(project, entries, joinRecords(records));
  const entryOf = (version: string) =>
    entries.find((entry) => entry.version === version) ?? assert.fail(`${version} is not held`);
  return { project, entries, advisories, entryOf };
}

/** The versions that fix something, and those that are affected with the version to go to, oldest first. */
function judge(...args: Parameters<typeof advisoriesOf>) {
  const { entries, advisories } = advisoriesOf(...args);
  const said = entries
    .toReversed()
    .map(({ version, ...entry }) => ({ version, ...advisories.of({ version, ...entry }) }));
  return {
    fixing: said.filter(({ fixes }) => fixes.length > 0).map(({ version }) => version),
    affected: Object.fromEntries(
      said
        .filter(({ affectedBy }) => affectedBy.length > 0)
        .map(({ version, affectedBy }) => [version, affectedBy[0]?.fixedIn]),
    ),
  };
}

const about = (said: Parameters<typeof affects>[1], fields: Partial<Advisory> = {}, purl = NPM) =>
  anAdvisory({ ...fields, affected: [affects(purl, said)] });

describe('a release fixes', () => {
  for (const { why, held, records, fixing, affected } of [
    {
      why: 'what the one before it has, once',
      held: ['1.8.0', '1.8.1', '1.8.2', '1.8.3', '1.9.0'],
      records: [about({ ranges: ['+0 -1.8.2'] })],
      fixing: ['1.8.2'],
      affected: { '1.8.0': '1.8.2', '1.8.1': '1.8.2' },
    },
    {
      why: 'what was fixed in a version between them that is not held',
      held: ['1.8.0', '1.8.3', '1.8.4'],
      records: [about({ ranges: ['+0 -1.8.2'] })],
      fixing: ['1.8.3'],
      affected: { '1.8.0': '1.8.2' },
    },
    {
      why: 'it on each line that it was brought back to, whenever that came out',
      held: ['1.0.0', '2.0.0', '2.0.1', '3.0.0', '1.0.1'],
      records: [about({ ranges: ['+0 -1.0.1 +2.0.0 -2.0.1'] })],
      fixing: ['2.0.1', '1.0.1'],
      affected: { '1.0.0': '1.0.1', '2.0.0': '2.0.1' },
    },
    {
      why: 'it once, where a higher line began before and never had it',
      held: ['1.9.9', '2.0.0', '2.0.1', '1.9.10', '1.9.11'],
      records: [about({ ranges: ['+0 -1.9.10'] })],
      fixing: ['1.9.10'],
      affected: { '1.9.9': '1.9.10' },
    },
    {
      why: 'it in the pre-release that has it, and for readers of stable ones in the final version',
      held: ['1.9.0', '2.0.0-beta.2', '2.0.0-beta.3', '2.0.0-rc.1', '2.0.0', '2.0.1'],
      records: [about({ ranges: ['+0 -2.0.0-beta.3'] })],
      fixing: ['2.0.0-beta.3', '2.0.0'],
      affected: { '1.9.0': '2.0.0-beta.3', '2.0.0-beta.2': '2.0.0-beta.3' },
    },
    {
      why: 'nothing where no record names a fixed version: after the last affected one nobody has looked',
      held: ['1.0.0', '1.1.0'],
      records: [about({ ranges: ['+0 =1.0.0'] })],
      fixing: [],
      affected: { '1.0.0': undefined },
    },
    {
      why: 'nothing where only a list of versions is known',
      held: ['1.0.0', '6.6.6', '6.6.7'],
      records: [about({ versions: ['6.6.6'] }, { id: 'MAL-2026-1' })],
      fixing: [],
      affected: { '6.6.6': undefined },
    },
    {
      why: 'nothing as the first that is held',
      held: ['1.8.2', '1.8.3'],
      records: [about({ ranges: ['+0 -1.8.2'] })],
      fixing: [],
      affected: {},
    },
    {
      why: 'nothing where it came back before the next one that is held',
      held: ['0.9.0', '1.0.6'],
      records: [about({ ranges: ['+0 -1.0.0 +1.0.5'] })],
      fixing: [],
      affected: { '0.9.0': '1.0.0', '1.0.6': undefined },
    },
    {
      why: 'nothing that came and went between two that are held',
      held: ['1.0.0', '1.9.0'],
      records: [about({ ranges: ['+1.5.0 -1.8.2'] })],
      fixing: [],
      affected: {},
    },
    {
      why: 'what is affected in disorder, and goes to the lowest',
      held: ['1.0.0', '3.1.0'],
      records: [about({ ranges: ['+3.0.0 -3.10.0 -3.9.0 +1.0.0 -1.0.2'] })],
      fixing: [],
      affected: { '1.0.0': '1.0.2', '3.1.0': '3.9.0' },
    },
    {
      why: 'nothing of a record that was withdrawn',
      held: ['1.8.1', '1.8.2'],
      records: [about({ ranges: ['+0 -1.8.2'] }, { withdrawn: '2026-02-01T00:00:00Z' })],
      fixing: [],
      affected: {},
    },
    {
      why: 'nothing where an alias says that it is still affected',
      held: ['1.8.1', '1.8.2', '1.8.3'],
      records: [
        about({ ranges: ['+0 -1.8.2'] }, { id: 'GHSA-1', aliases: ['CVE-1-1'] }),
        about({ ranges: ['+0 -1.8.3'] }, { id: 'OSV-1', aliases: ['CVE-1-1'] }),
      ],
      fixing: ['1.8.3'],
      affected: { '1.8.1': '1.8.3', '1.8.2': '1.8.3' },
    },
  ]) {
    test(why, () => {
      assert.deepEqual(judge({ [NPM]: held }, records), { fixing, affected });
    });
  }

  test('within its own variant: guava for jre and for android', () => {
    const purl = 'pkg:maven/com.google.guava/guava';
    const held = ['31.1-android', '31.1-jre', '32.0.0-android', '32.0.0-jre', '32.0.1-jre'];
    const one = about({ ranges: ['+1.0 -32.0.0-android'] }, {}, purl);
    assert.deepEqual(judge({ [purl]: held }, [one]), {
      fixing: ['32.0.0-android', '32.0.0-jre'],
      affected: { '31.1-android': '32.0.0-android', '31.1-jre': '32.0.0-android' },
    });
    const two = about({ ranges: ['+1.0 -32.0.0-android +32.0.0-jre -32.0.1-jre'] }, {}, purl);
    assert.deepEqual(judge({ [purl]: held }, [two]), {
      fixing: ['32.0.0-android', '32.0.1-jre'],
      affected: { '31.1-android': '32.0.0-android', '31.1-jre': '32.0.1-jre', '32.0.0-jre': '32.0.1-jre' },
    });
  });

  test('a version that its scheme cannot read is affected only by name', () => {
    const record = about({ ranges: ['+0 -1.0.0'], versions: ['nightly'] });
    const { affected } = judge({ [NPM]: ['0.9.0', 'nightly', 'weekly'] }, [record]);
    assert.deepEqual(affected, { '0.9.0': '1.0.0', nightly: undefined });
  });
});

describe('a project of several packages', () => {
  const held = { 'pkg:github/acme/tool': ['v1.8.1', 'v1.8.2'], 'pkg:npm/tool': ['1.8.1', '1.8.2'] };
  const record = about({ ranges: ['+0 -1.8.2'] }, { databaseSeverity: 'HIGH' });

  test('is judged by the package that an advisory names', () => {
    assert.deepEqual(judge(held, [record]), { fixing: ['1.8.2'], affected: { '1.8.1': '1.8.2' } });
  });

  test('is told once of what two packages have, and what one still has is not fixed', () => {
    const both = { 'pkg:npm/tool': ['1.0.0', '1.1.0'], 'pkg:pypi/tool': ['1.0.0', '1.1.0'] };
    const records = [
      about({ ranges: ['+0 -1.1.0'] }, { id: 'GHSA-1' }),
      about({ ranges: ['+0'] }, { id: 'PYSEC-1', aliases: ['GHSA-1'] }, 'pkg:pypi/tool'),
    ];
    const { advisories, entryOf } = advisoriesOf(both, records);
    assert.equal(advisories.of(entryOf('1.0.0')).affectedBy.length, 1);
    assert.equal(advisories.of(entryOf('1.0.0')).affectedBy[0]?.fixedIn, '1.1.0');
    assert.deepEqual(advisories.of(entryOf('1.1.0')).fixes, []);
  });

  test('has advisories of its own packages alone', () => {
    const other = about({ ranges: ['+0'] }, { id: 'GHSA-2' }, 'pkg:npm/other');
    const { advisories } = advisoriesOf(held, [record, other]);
    assert.deepEqual(
      advisories.all.map(({ id }) => id),
      [record.id],
    );
  });
});

describe('a version in use', () => {
  const record = about({ ranges: ['+0 -1.8.2'] }, { databaseSeverity: 'HIGH' });
  const malware = about({ versions: ['1.7.2'] }, { id: 'MAL-2026-1' });
  const lists = [
    { list: 'main', uses: '1.7.2' },
    { list: 'team', uses: 'v1.8.1' },
    { list: 'tags', uses: 'axios@1.8.0' },
    { list: 'calm', uses: '1.8.2' },
    { list: 'none', uses: undefined },
  ];

  test('is alerted of, held or not, with or without a v', () => {
    const { project, advisories } = advisoriesOf({ [NPM]: ['1.8.1', '1.8.2'] }, [record, malware], {
      name: 'axios',
      lists,
    });
    assert.deepEqual(sortAlerts(alertsOf(project, advisories)).map(alertInWords), [
      'axios 1.7.2 (list main) is malware by MAL-2026-1',
      `axios 1.7.2 (list main) is affected by ${record.id}, high: fixed in 1.8.2`,
      `axios v1.8.1 (list team) is affected by ${record.id}, high: fixed in 1.8.2`,
      `axios axios@1.8.0 (list tags) is affected by ${record.id}, high: fixed in 1.8.2`,
    ]);
  });

  test('that is held is judged by what each package calls it', () => {
    const held = { [NPM]: ['1.0.0-rc.1'], 'pkg:gem/tool': ['1.0.0.rc1'] };
    const { advisories } = advisoriesOf(held, [about({ versions: ['1.0.0.rc1'] }, {}, 'pkg:gem/tool')]);
    assert.equal(advisories.ofVersion('1.0.0-rc.1').affectedBy.length, 1);
    assert.equal(advisories.ofVersion('1.0.0-rc.2').affectedBy.length, 0);
  });

  test('without a fixed version says so', () => {
    const [unfixed] = [about({ ranges: ['+0'] })];
    const { project, advisories } = advisoriesOf({ [NPM]: ['1.0.0'] }, [unfixed ?? record], {
      lists: [{ list: 'main', uses: '1.0.0' }],
    });
    assert.deepEqual(alertsOf(project, advisories).map(alertInWords), [
      `Tool 1.0.0 (list main) is affected by ${record.id}, of unknown severity: no fixed version is known`,
    ]);
  });
});
