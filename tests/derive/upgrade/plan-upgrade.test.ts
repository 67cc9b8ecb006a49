import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { planUpgrade } from '../../../src/derive/upgrade/plan-upgrade.ts';
import { stepInWords, wayInWords } from '../../../src/derive/upgrade/step-words.ts';
import { upgradeIndex } from '../../../src/derive/upgrade/upgrade-index.ts';
import { watchLines } from '../../../src/derive/upgrade/watch-lines.ts';
import { aProject, entriesOf } from '../../build-release.ts';
import { anAdvisory, anIndex, releasesOf } from './an-index.ts';

const VERSIONS = ['1.0.0', '1.1.0', '1.1.9', '2.0.0'];

function used(name: string, version?: string) {
  return { package: name.startsWith('pkg:') ? name : `pkg:npm/${name}`, version };
}

function told(index: ReturnType<typeof anIndex>, inUse: readonly ReturnType<typeof used>[]): string[] {
  return planUpgrade(index, inUse).steps.map(
    (step) => `${step.urgency}: ${step.held.project} ${wayInWords(step)}; ${stepInWords(step)}`,
  );
}

describe('an upgrade plan', () => {
  test('goes in order: what is vulnerable, what is easy, what breaks, what stays', () => {
    const index = anIndex(
      {
        breaks: VERSIONS,
        current: VERSIONS,
        easy: ['1.0.0', '1.1.0'],
        easier: ['1.0.0', '1.0.1', '1.1.0'],
        leaks: VERSIONS,
        yanked: ['1.0.0 yanked', '1.0.1'],
      },
      [anAdvisory('GHSA-aaaa-bbbb-cccc', 'leaks', '1.1.0')],
    );
    const inUse = [
      used('breaks', '1.0.0'),
      used('current', '2.0.0'),
      used('easy', '1.0.0'),
      used('easier', '1.0.0'),
      used('leaks', '1.0.0'),
      used('yanked', '1.0.0'),
    ];
    assert.deepEqual(told(index, inUse), [
      'now: leaks 1.0.0 → 2.0.0; 3 releases, 30 days, 1 breaking; closes GHSA-aaaa-bbbb-cccc, high',
      'now: yanked 1.0.0 → 1.0.1; 1 release, 10 days; yanked upstream',
      'easily: easier 1.0.0 → 1.1.0; 2 releases, 20 days',
      'easily: easy 1.0.0 → 1.1.0; 1 release, 10 days',
      'with-care: breaks 1.0.0 → 2.0.0; 3 releases, 30 days, 1 breaking',
      'stay: current 2.0.0, up to date; ',
    ]);
    assert.deepEqual(told(index, inUse.toReversed()), told(index, inUse));
  });

  test('takes the worst vulnerability first, and malware before all', () => {
    const names = ['low', 'critical', 'malware', 'medium'];
    const records = [
      anAdvisory('GHSA-low0-0000-0000', 'low', '1.1.0', 'LOW'),
      anAdvisory('GHSA-crit-0000-0000', 'critical', '1.1.0', 'CRITICAL'),
      anAdvisory('MAL-2026-1', 'malware', '1.1.0', 'LOW'),
      anAdvisory('GHSA-medi-0000-0000', 'medium', '1.1.0', 'MODERATE'),
    ];
    const index = anIndex(Object.fromEntries(names.map((name) => [name, ['1.0.0', '1.1.0']])), records);
    const { steps } = planUpgrade(
      index,
      names.map((name) => used(name, '1.0.0')),
    );
    assert.deepEqual(
      steps.map(({ held }) => held.project),
      ['malware', 'critical', 'medium', 'low'],
    );
  });

  test('says what no version closes, and hurries nobody towards it', () => {
    const index = anIndex({ leaks: ['1.0.0', '1.1.0'] }, [
      anAdvisory('GHSA-open-0000-0000', 'leaks', undefined),
    ]);
    assert.deepEqual(told(index, [used('leaks', '1.0.0'), used('leaks', '1.1.0')]), [
      'easily: leaks 1.0.0 → 1.1.0; 1 release, 10 days; GHSA-open-0000-0000, high, stays open',
      'stay: leaks 1.1.0, up to date; GHSA-open-0000-0000, high, stays open',
    ]);
  });

  test('closes nothing where no stable release is known', () => {
    const index = anIndex({ early: ['1.0.0-rc.1'] }, [anAdvisory('GHSA-aaaa-0000-0000', 'early', '1.0.0')]);
    const [step] = planUpgrade(index, [used('early', '1.0.0-rc.1')]).steps;
    assert.deepEqual(
      [step?.state, step?.affectedBy.length, step?.closes, step?.urgency],
      ['unknown', 1, [], 'stay'],
    );
  });

  test('of what is as urgent goes by what breaks, then by age, then by name', () => {
    const index = anIndex({
      b: ['1.0.0', '2.0.0'],
      a: ['1.0.0', '2.0.0'],
      worse: ['1.0.0', '2.0.0', '3.0.0'],
      older: ['1.0.0', '1.0.1', '2.0.0'],
    });
    const inUse = ['worse', 'b', 'older', 'a'].map((name) => used(name, '1.0.0'));
    for (const given of [inUse, inUse.toReversed()]) {
      const { steps } = planUpgrade(index, given);
      assert.deepEqual(
        steps.map(({ held }) => held.project),
        ['older', 'a', 'b', 'worse'],
      );
    }
  });

  test('knows a package by its channel, and each version that is in use', () => {
    const { steps } = planUpgrade(anIndex({ tool: VERSIONS }), [
      used('pkg:github/acme/tool', '1.1.0'),
      used('tool', '1.0.0'),
      used('tool', '1.1.0'),
      used('tool', '1.1.0'),
    ]);
    assert.deepEqual(
      steps.map((step) => [step.package, step.used, step.held.name, step.security.length]),
      [
        ['pkg:npm/tool', '1.0.0', 'The tool', 1],
        ['pkg:github/acme/tool', '1.1.0', 'The tool', 1],
        ['pkg:npm/tool', '1.1.0', 'The tool', 1],
      ],
    );
  });

  test('judges a channel by its own versions: the tag of the repository closes nothing', () => {
    const project = aProject({
      package: parsePackage('pkg:github/acme/mono'),
      channels: [parsePackage('pkg:npm/tool')],
      track: { scheme: 'semver', match: 'tool@(?<version>.+)' },
    });
    const entries = entriesOf(releasesOf(['tool@1.0.0', 'tool@1.1.0']), project);
    const says = { breaks: () => false, secures: () => false };
    const plan = (fixed: string | undefined) => {
      const known = joinRecords([anAdvisory('GHSA-aaaa-0000-0000', 'tool', fixed)]);
      const index = upgradeIndex([{ project, entries }], known, '2026-11-01T00:00:00Z', says);
      return planUpgrade(index, [used('tool', '1.0.0')]).steps.map(({ closes, urgency }) => [
        closes.length,
        urgency,
      ]);
    };
    assert.deepEqual([plan(undefined), plan('1.1.0')], [[[0, 'easily']], [[1, 'now']]]);
  });

  test('tells apart what nobody follows and what has no version', () => {
    const { steps, unwatched, unversioned } = planUpgrade(anIndex({ tool: VERSIONS }), [
      used('other', '1.0.0'),
      used('another'),
      used('other', '2.0.0'),
      used('tool'),
    ]);
    assert.deepEqual(
      [steps, unwatched, unversioned],
      [[], ['pkg:npm/another', 'pkg:npm/other'], ['pkg:npm/tool']],
    );
  });

  for (const [version, words] of [
    ['9.0.0', '9.0.0, ahead of the latest'],
    ['banana', 'banana, no version of this project'],
  ] as const) {
    test(`says what it can of ${version}`, () => {
      const [step] = planUpgrade(anIndex({ tool: VERSIONS }), [used('tool', version)]).steps;
      assert.equal(step && wayInWords(step), words);
    });
  }
});

test('the index leaves out the references of advisories, and holds one entry a package', () => {
  const index = anIndex({ b: ['1.0.0'], a: ['1.0.0'] }, [anAdvisory('GHSA-aaaa-bbbb-cccc', 'a', '1.1.0')]);
  assert.deepEqual(Object.keys(index.packages), ['pkg:npm/a', 'pkg:npm/b']);
  assert.deepEqual(index.channels, { 'pkg:github/acme/a': 'pkg:npm/a', 'pkg:github/acme/b': 'pkg:npm/b' });
  assert.equal(JSON.stringify(index).includes('example.com/fix'), false);
  assert.equal(index.packages['pkg:npm/a']?.scheme, 'semver');
  assert.deepEqual([index.format, index.asOf], [1, '2026-11-01T00:00:00Z']);
});

test('lines of a watchlist follow what nobody does, in YAML that holds', () => {
  const purls = ['pkg:npm/%40a/b', "pkg:npm/o'clock", 'pkg:npm/plain'];
  const inUse = ['1.10.0', '1.9.0', undefined].map((version) => ({ package: 'pkg:npm/%40a/b', version }));
  assert.equal(
    watchLines(purls, inUse),
    "  - { package: 'pkg:npm/%40a/b', uses: '1.9.0' }\n  - 'pkg:npm/o''clock'\n  - 'pkg:npm/plain'\n",
  );
});
