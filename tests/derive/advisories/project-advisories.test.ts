import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Advisory } from '../../../src/core/advisory.ts';
import { parsePackage } from '../../../src/core/package.ts';
import type { Project } from '../../../src/core/project.ts';
import { alertInWords, alertsOf, sortAlerts } from '../../../src/derive/advisories/alerts.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { projectAdvisories } from '../../../src/derive/advisories/project-advisories.ts';
import { indexByPackage } from '../../../src/derive/advisories/vulnerability.ts';
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
  const advisories = projectAdvisories(project, entries, indexByPackage(joinRecords(records)));
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

  for (const spelling of ['v1.0.0-rc.1', '1.0.0-rc.1+build', 'tool@1.0.0-rc.1', 'tool-v1.0.0-rc.1']) {
    test(`that is held is the same one in another spelling: ${spelling}`, () => {
      const held = { [NPM]: ['1.0.0-rc.1'], 'pkg:gem/tool': ['1.0.0.rc1'] };
      const { advisories } = advisoriesOf(held, [about({ versions: ['1.0.0.rc1'] }, {}, 'pkg:gem/tool')]);
      assert.equal(advisories.ofVersion(spelling).affectedBy.length, 1);
    });
  }

  test('is no safer where the channel that an advisory names is not held, or not with this version', () => {
    for (const channel of [[], ['1.8.2']]) {
      const { advisories } = advisoriesOf({ 'pkg:github/acme/tool': ['v1.8.1', 'v1.8.2'], [NPM]: channel }, [
        record,
      ]);
      assert.equal(advisories.ofVersion('1.8.1').affectedBy[0]?.fixedIn, '1.8.2');
      assert.deepEqual(advisories.ofVersion('v1.8.2').affectedBy, []);
    }
  });

  test('of another component of the repository is none of the package’s', () => {
    const { advisories } = advisoriesOf(
      { 'pkg:github/acme/tool': ['cli@1.0.0', 'v1.8.2'], [NPM]: ['1.8.2'] },
      [record],
    );
    assert.deepEqual(advisories.ofVersion('cli@1.0.0').affectedBy, []);
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
