import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { sourceStates } from '../../src/derive/source-states.ts';
import { sweepLoad } from '../../src/derive/sweep-load.ts';
import { aProject, aRecord, aRelease, hoursLater } from '../build-release.ts';

const github = parsePackage('pkg:github/acme/tool');
const project = aProject({ channels: [github] });
const lone = aProject({ id: 'lone', package: parsePackage('pkg:npm/lone') });
const waitedFor = aRelease({ publishedAt: hoursLater(10), seenAt: hoursLater(12) });

describe('the states of the sources', () => {
  const failure = (purl: string, kind: 'gone' | 'incomplete') => ({
    package: purl,
    since: hoursLater(1),
    kind,
  });
  const { sources, failures, sweep } = sourceStates({
    projects: [
      {
        project,
        records: new Map([
          [github.purl, aRecord({ releases: [waitedFor] })],
          ['pkg:npm/tool', aRecord()],
        ]),
      },
      { project: lone, records: new Map() },
    ],
    failures: [
      failure(github.purl, 'incomplete'),
      failure('pkg:npm/lone', 'gone'),
      failure('pkg:npm/forgotten', 'gone'),
    ],
    asOf: hoursLater(24),
  });

  test('count packages, releases and failures by type', () => {
    const none = { samples: 0, p50: undefined, p95: undefined };
    assert.deepEqual(sources, [
      { type: 'github', packages: 1, releases: 1, failing: 0, latency: { samples: 1, p50: 2, p95: 2 } },
      { type: 'npm', packages: 2, releases: 1, failing: 1, latency: none },
    ]);
  });

  test('name the project of each failure, and leave out what nobody follows', () => {
    assert.deepEqual(
      failures.map(({ failure: { package: purl }, project: { id } }) => [purl, id]),
      [
        [github.purl, 'tool'],
        ['pkg:npm/lone', 'lone'],
      ],
    );
  });

  test('tell the work of the deep sweep', () =>
    assert.deepEqual(sweep, sweepLoad([github.purl, 'pkg:npm/tool', 'pkg:npm/lone'])));
});

describe('the load of the deep sweep', () => {
  test('of nothing is nothing', () => assert.deepEqual(sweepLoad([]), { average: 0, fullest: 0 }));

  test('is a thirtieth a day, and what falls on the fullest one', () => {
    // axios falls on day 6, astro on day 5.
    const load = sweepLoad(['pkg:npm/axios', 'pkg:npm/axios', 'pkg:github/withastro/astro']);
    assert.deepEqual(load, { average: 0.1, fullest: 2 });
  });
});
