import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Advisory } from '../../../src/core/advisory.ts';
import { parsePackage } from '../../../src/core/package.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { packageAdvisories } from '../../../src/derive/advisories/package-advisories.ts';
import { indexByPackage } from '../../../src/derive/advisories/vulnerability.ts';
import { schemeOf } from '../../../src/versions/schemes.ts';
import { affects, anAdvisory } from './a-record.ts';

const NPM = 'pkg:npm/tool';

/** The versions that fix something, and those that are affected with the version to go to. */
function judge(purl: string, held: readonly string[], records: readonly Advisory[]) {
  const pkg = parsePackage(purl);
  const { facts } = schemeOf(pkg.type);
  const versions = held.map((version) => ({ version, prerelease: facts(version)?.prerelease === true }));
  const { of } = packageAdvisories(pkg, versions, indexByPackage(joinRecords(records)));
  const affected = held.flatMap((version) => {
    const [first] = of(version).affectedBy;
    return first === undefined ? [] : [[version, first.fixedIn] as const];
  });
  return {
    fixing: held.filter((version) => of(version).fixes.length > 0),
    affected: Object.fromEntries(affected),
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
      assert.deepEqual(judge(NPM, held, records), { fixing, affected });
    });
  }

  test('within its own variant: guava for jre and for android', () => {
    const purl = 'pkg:maven/com.google.guava/guava';
    const held = ['31.1-android', '31.1-jre', '32.0.0-android', '32.0.0-jre', '32.0.1-jre'];
    const one = about({ ranges: ['+1.0 -32.0.0-android'] }, {}, purl);
    assert.deepEqual(judge(purl, held, [one]), {
      fixing: ['32.0.0-android', '32.0.0-jre'],
      affected: { '31.1-android': '32.0.0-android', '31.1-jre': '32.0.0-android' },
    });
    const two = about({ ranges: ['+1.0 -32.0.0-android +32.0.0-jre -32.0.1-jre'] }, {}, purl);
    assert.deepEqual(judge(purl, held, [two]), {
      fixing: ['32.0.0-android', '32.0.1-jre'],
      affected: { '31.1-android': '32.0.0-android', '31.1-jre': '32.0.1-jre', '32.0.0-jre': '32.0.1-jre' },
    });
  });

  test('a version that its scheme cannot read is affected only by name', () => {
    const record = about({ ranges: ['+0 -1.0.0'], versions: ['nightly'] });
    const { affected } = judge(NPM, ['0.9.0', 'nightly', 'weekly'], [record]);
    assert.deepEqual(affected, { '0.9.0': '1.0.0', nightly: undefined });
  });
});
