import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import type { Release } from '../../../src/core/release.ts';
import { describeUses } from '../../../src/pipeline/outdated/describe-uses.ts';
import { isAlarming, readUses } from '../../../src/pipeline/outdated/read-uses.ts';
import { toReport } from '../../../src/pipeline/outdated/uses-report.ts';
import { writeAdvisory } from '../../../src/store/advisories.ts';
import { growLayout, WHOLE } from '../../../src/store/layout.ts';
import { writePackage } from '../../../src/store/write.ts';
import { aFolder, aProject, aRecord, aRelease } from '../../build-release.ts';
import { anAdvisory } from '../../derive/upgrade/an-index.ts';

const RELEASES = [
  aRelease({ version: '2.0.0', publishedAt: '2026-09-09T12:00:00Z' }),
  aRelease({ version: '1.1.0', publishedAt: '2026-09-05T12:00:00Z' }),
  aRelease({ version: '1.0.0', publishedAt: '2026-09-01T12:00:00Z', yanked: 'broken' }),
];

/** A data folder that holds these releases of one package, which lists use so. */
async function aWorkspace(
  t: TestContext,
  lists: readonly { list: string; uses: string | undefined }[],
  releases: readonly Release[] = RELEASES,
) {
  const data = await aFolder(t);
  const record = aRecord({ package: 'pkg:npm/tool', releases });
  await writePackage(data, parsePackage('pkg:npm/tool'), record, growLayout(record, WHOLE));
  return { data, projects: [aProject({ lists })] };
}

const BOTH = [
  { list: 'web', uses: '1.0.0' },
  { list: 'api', uses: '2.0.0' },
];

describe('npm run outdated', () => {
  test('reads what data/ holds, for all lists or for one', async (t) => {
    const workspace = await aWorkspace(t, BOTH);
    assert.deepEqual((await readUses(workspace)).map(toReport), [
      {
        list: 'api',
        project: 'tool',
        package: 'pkg:npm/tool',
        used: '2.0.0',
        state: 'current',
        latest: '2.0.0',
        releases: 0,
        days: 0,
        breaking: [],
        advisories: [],
      },
      {
        list: 'web',
        project: 'tool',
        package: 'pkg:npm/tool',
        used: '1.0.0',
        state: 'behind',
        flag: 'yanked',
        onTrack: '1.1.0',
        latest: '2.0.0',
        releases: 2,
        days: 8,
        breaking: ['2.0.0'],
        advisories: [],
      },
    ]);
    assert.deepEqual(
      (await readUses(workspace, 'web')).map(({ list }) => list),
      ['web'],
    );
  });

  test('refuses a list that is not there', async (t) => {
    await assert.rejects(readUses(await aWorkspace(t, BOTH), 'ios'), {
      name: 'ConfigError',
      message: 'there is no watchlist “ios”',
      remedy: 'name one of: api, web',
    });
  });

  test('knows a project of which nothing was read yet', async (t) => {
    const project = aProject({ id: 'new', package: parsePackage('pkg:npm/new'), lists: BOTH });
    const { data } = await aWorkspace(t, BOTH);
    const states = (await readUses({ data, projects: [project] })).map(({ behind }) => behind.state);
    assert.deepEqual(states, ['unknown', 'unknown']);
  });

  test('is alarmed by what was yanked or withdrawn, not by what is old', async (t) => {
    const [api, web] = await readUses(await aWorkspace(t, BOTH));
    assert.deepEqual(
      [api, web].map((use) => use && isAlarming(use)),
      [false, true],
    );
    const alarms = (['deprecated', 'withdrawn'] as const).map((flag) => api && isAlarming({ ...api, flag }));
    assert.deepEqual(alarms, [false, true]);
  });

  test('shows a table a list, with its sum', async (t) => {
    assert.equal(
      describeUses(await readUses(await aWorkspace(t, BOTH))),
      [
        'api',
        '  Project  Used   On its track  Latest  Releases  Days  Breaking',
        '  Tool     2.0.0                2.0.0',
        '1 in use, 0 behind, 0 vulnerable, 0.0 libyears, 0 breaking releases between',
        '',
        'web',
        '  Project  Used   On its track  Latest  Releases  Days  Breaking',
        '  Tool     1.0.0  1.1.0         2.0.0          2     8         1  yanked',
        '1 in use, 1 behind, 0 vulnerable, 0.0 libyears, 1 breaking release between',
        '',
      ].join('\n'),
    );
  });

  test('knows what the notes say that breaks, and which advisories affect what is in use', async (t) => {
    const releases = [
      aRelease({
        version: '1.1.0',
        notes: ['### BREAKING CHANGES', '', '- No Node 18'],
        notesFrom: 'release',
      }),
      aRelease({ version: '1.0.0' }),
    ];
    const workspace = await aWorkspace(t, [{ list: 'web', uses: '1.0.0' }], releases);
    await writeAdvisory(workspace.data, anAdvisory('GHSA-aaaa-0000-0000', 'tool', '1.1.0'));
    const uses = await readUses(workspace);
    const [report] = uses.map(toReport);
    assert.deepEqual(report?.['breaking'], ['1.1.0']);
    assert.deepEqual(report['advisories'], [
      { id: 'GHSA-aaaa-0000-0000', severity: 'high', fixedIn: '1.1.0', isClosed: true },
    ]);
    assert.deepEqual(uses.map(isAlarming), [true]);
    assert.match(describeUses(uses), /is affected by GHSA-aaaa-0000-0000, high: fixed in 1\.1\.0$/m);
  });

  for (const [used, says] of [
    ['0.9.0', /0\.9\.0 +2\.0\.0 +2 +\? +1$/m],
    ['9.0.0', /2\.0\.0 +ahead of the latest$/m],
    ['banana', /banana +no version of this project$/m],
    ['1\u001b[2J', /1\\u\{1b\}\[2J/],
  ] as const) {
    test(`says what it can of “${used.replace('\u001b', 'ESC')}”`, async (t) => {
      const text = describeUses(await readUses(await aWorkspace(t, [{ list: 'web', uses: used }])));
      assert.match(text, says);
    });
  }

  test('says what to do where no list says what is in use', () => {
    assert.match(describeUses([]), /^No watchlist says what is in use\. Remedy: /);
  });
});
