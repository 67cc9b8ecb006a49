import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Track } from '../../src/core/watchlist.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { ConfigError } from '../../src/platform/errors.ts';
import { aProject } from '../build-release.ts';

const NPM = parsePackage('pkg:npm/tool');
const GITHUB = parsePackage('pkg:github/acme/tool');

function onlyPlan(...tracks: readonly Track[]) {
  const [plan, ...rest] = planFetch(tracks.map((track, index) => aProject({ id: `p${index}`, track })));
  assert.ok(plan !== undefined && rest.length === 0);
  return plan;
}

describe('the plan of a fetch', () => {
  test('has each package once, channels too, sorted by purl, with its source', () => {
    const plan = planFetch([
      aProject({ id: 'a', channels: [GITHUB] }),
      aProject({ id: 'b', package: GITHUB, channels: [parsePackage('pkg:npm/other')] }),
    ]);
    assert.deepEqual(
      plan.map(({ package: pkg, source }) => [pkg.purl, source]),
      [
        ['pkg:github/acme/tool', 'github'],
        ['pkg:npm/other', 'npm'],
        ['pkg:npm/tool', 'npm'],
      ],
    );
  });

  test('goes back as far as any project asks', () => {
    assert.equal(onlyPlan({}).since, undefined);
    assert.equal(onlyPlan({ since: '2024-01-01' }).since, '2024-01-01T00:00:00Z');
    assert.equal(onlyPlan({ since: '2025-01-01' }, { since: '2024-01-01' }).since, '2024-01-01T00:00:00Z');
    assert.equal(onlyPlan({ since: '2025-01-01' }, {}).since, undefined);
  });

  test('may be for one package', () => {
    const projects = [aProject({ channels: [GITHUB] })];
    assert.deepEqual(
      planFetch(projects, new Set([GITHUB.purl])).map(({ package: pkg }) => pkg.purl),
      [GITHUB.purl],
    );
    assert.equal(planFetch(projects).length, 2);
  });

  test('refuses a package that nobody follows, with the remedy', () => {
    assert.throws(
      () => planFetch([aProject()], new Set(['pkg:npm/axios'])),
      (error) => error instanceof ConfigError && error.remedy === 'npm run add -- pkg:npm/axios',
    );
  });

  test('of no projects is empty', () => assert.deepEqual(planFetch([]), []));
});

describe('rolling tags', () => {
  for (const tag of [
    'nightly',
    'latest',
    'Nightly',
    'edge',
    'canary',
    'dev',
    'main',
    'master',
    'tip',
    'continuous',
    'snapshot',
  ]) {
    test(`are ${tag}`, () => assert.ok(onlyPlan({}).isRolling(tag)));
  }
  for (const tag of ['v1.0.0', 'nightly-2024-01-05', 'release/latest']) {
    test(`are not ${tag}`, () => assert.ok(!onlyPlan({}).isRolling(tag)));
  }

  test('are what the watchlists say, all of them together', () => {
    const { isRolling } = onlyPlan({ rolling: ['weekly-*'] }, { rolling: ['unstable'] });
    assert.deepEqual(
      ['weekly-1', 'unstable', 'nightly'].map((tag) => isRolling(tag)),
      [true, true, false],
    );
  });

  test('of a package are those of the projects that ship it', () => {
    const [github, npm] = planFetch([
      aProject({ id: 'a', track: { rolling: ['x'] } }),
      aProject({ id: 'b', package: GITHUB, track: { rolling: ['y'] } }),
    ]);
    assert.deepEqual([npm?.package.purl, npm?.isRolling('x'), npm?.isRolling('y')], [NPM.purl, true, false]);
    assert.deepEqual([github?.isRolling('x'), github?.isRolling('y')], [false, true]);
  });
});
