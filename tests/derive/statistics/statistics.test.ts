import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import type { Entry } from '../../../src/derive/entry.ts';
import { aProject, aRecord, aRelease, hoursLater, IMPORTED } from '../../build-release.ts';
import { AS_OF, counted, statisticsFor } from './counted.ts';

describe('the statistics of all projects', () => {
  test('of nothing are nothing', () => {
    const { entries, latencies, authors, projects } = statisticsFor([]);
    assert.deepEqual([entries, latencies, authors.all, projects], [[], [], 0, []]);
  });

  test('count 53 weeks, not what was before or is to come', () => {
    const releases = ['2025-11-23T23:59:59Z', '2025-11-24T00:00:00Z', AS_OF, '2026-11-27T10:00:01Z'].map(
      (publishedAt, index) =>
        aRelease({ version: `1.0.${index}`, publishedAt, seenAt: '2027-01-01T00:00:00Z' }),
    );
    const { entries, from } = statisticsFor([counted(aProject(), releases)]);
    assert.equal(from, '2025-11-24');
    assert.deepEqual(entries.map(({ version }) => version).sort(), ['1.0.1', '1.0.2']);
  });

  test('an import is no day on which much came out, and none of its releases was waited for', () => {
    const undated = Array.from({ length: 40 }, (_, index) =>
      aRelease({ version: `1.0.${index}`, publishedAt: undefined, seenAt: IMPORTED }),
    );
    const waitedFor = aRelease({ version: '2.0.0', publishedAt: hoursLater(1), seenAt: hoursLater(4) });
    const { entries, latencies } = statisticsFor([counted(aProject(), [...undated, waitedFor])]);
    assert.deepEqual(
      entries.map(({ version }) => version),
      ['2.0.0'],
    );
    assert.deepEqual(latencies, [{ type: 'npm', hours: [3] }]);
  });

  test('leave out the pre-releases that nobody wants, but know when they began', () => {
    const releases = [
      aRelease({ version: '2.0.0-rc.1', publishedAt: '2026-10-01T00:00:00Z' }),
      aRelease({ version: '2.0.0', publishedAt: '2026-10-02T00:00:00Z' }),
    ];
    const { entries, projects } = statisticsFor([
      counted(aProject({ track: { prereleases: false } }), releases),
    ]);
    assert.deepEqual(
      entries.map(({ version }) => version),
      ['2.0.0'],
    );
    assert.deepEqual(projects[0]?.toStable, [24]);
  });

  test('count what was withdrawn: it came out', () => {
    const { entries } = statisticsFor([counted(aProject(), [aRelease({ withdrawnAt: AS_OF })])]);
    assert.equal(entries.length, 1);
  });

  test('a channel counts for what happens afterwards, and has no latency where nobody waited', () => {
    const one = counted(aProject(), []);
    const channel = parsePackage('pkg:github/acme/tool');
    const record = aRecord({
      package: channel.purl,
      releases: [aRelease({ immutable: true, seenAt: IMPORTED })],
    });
    const records = new Map([...one.records, [channel.purl, record]]);
    const project = { ...one.project, channels: [channel] };
    const { projects, latencies } = statisticsFor([{ ...one, project, records }]);
    assert.deepEqual(projects[0]?.conduct.vouched, { found: 1, of: 1 });
    assert.deepEqual(latencies, []);
  });

  test('a package in two projects was waited for once', () => {
    const release = aRelease({ publishedAt: hoursLater(1), seenAt: hoursLater(4) });
    const one = counted(aProject(), [release]);
    const other = aProject({ id: 'other' });
    const { latencies } = statisticsFor([
      one,
      { ...one, project: { ...other, channels: [one.project.package] } },
    ]);
    assert.deepEqual(latencies, [{ type: 'npm', hours: [3] }]);
  });
});

test('every release is read a fixed number of times, however many there are', () => {
  /** How often the moment of an entry is asked for, per entry. */
  const readsOf = (count: number): number => {
    const releases = Array.from({ length: count }, (_, index) =>
      aRelease({
        version: `1.0.${index}`,
        publishedAt: `2026-0${1 + (index % 9)}-${10 + (index % 18)}T0${index % 10}:00:00Z`,
      }),
    );
    const one = counted(aProject(), releases);
    let reads = 0;
    const counting = (entry: Entry): Entry => ({
      ...entry,
      get at() {
        reads += 1;
        return entry.at;
      },
    });
    const entries = one.entries.map(counting);
    statisticsFor([{ ...one, entries }]);
    return reads / count;
  };
  assert.equal(readsOf(3000), readsOf(300));
});
