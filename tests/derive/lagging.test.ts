import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import { laggingChannels } from '../../src/derive/lagging.ts';
import { aProject, aRecord, aRelease, hoursLater } from '../build-release.ts';

const NPM = parsePackage('pkg:npm/tool');
const GITHUB = parsePackage('pkg:github/acme/tool');
const PYPI = parsePackage('pkg:pypi/tool');

const OLD = ['1.0.0', '1.1.0'].map((version) => aRelease({ version }));

/** A release that came out so many hours after the import. */
function at(hours: number, version: string, fields: Partial<Release> = {}): Release {
  return aRelease({ version, publishedAt: hoursLater(hours), seenAt: hoursLater(hours), ...fields });
}

/** What lags so many hours after the import: `type version behind type`. */
function lags(now: number, npm: readonly Release[], github: readonly Release[], pypi?: readonly Release[]) {
  const records = new Map([
    [NPM.purl, aRecord({ package: NPM.purl, releases: npm })],
    [GITHUB.purl, aRecord({ package: GITHUB.purl, releases: github })],
  ]);
  if (pypi !== undefined) records.set(PYPI.purl, aRecord({ package: PYPI.purl, releases: pypi }));
  const project = aProject({ channels: [GITHUB, PYPI] });
  return laggingChannels(project, records, hoursLater(now)).map(
    (lag) => `${lag.package.type} lacks ${lag.version} of ${lag.ahead.type}`,
  );
}

describe('a channel lags', () => {
  const ahead = [at(2, '1.2.0'), ...OLD];

  test('when others have had a version for a day', () => {
    assert.deepEqual(lags(25.9, ahead, OLD), []);
    assert.deepEqual(lags(26, ahead, OLD), ['github lacks 1.2.0 of npm']);
  });

  test('and so does the project’s own package', () => {
    assert.deepEqual(lags(26, OLD, [at(2, 'v1.2.0'), ...OLD]), ['npm lacks 1.2.0 of github']);
  });

  test('once for a version, however many are ahead', () => {
    assert.deepEqual(lags(26, ahead, OLD, ahead), ['github lacks 1.2.0 of npm']);
    assert.deepEqual(lags(26, ahead, OLD, OLD), ['github lacks 1.2.0 of npm', 'pypi lacks 1.2.0 of npm']);
  });

  test('not by a version that came out before it was read', () => {
    assert.deepEqual(lags(26, [at(-1, '1.2.0'), ...OLD], OLD), []);
  });

  test('not for ever', () => {
    assert.deepEqual(lags(2 + 30 * 24, ahead, OLD).length, 1);
    assert.deepEqual(lags(2 + 30 * 24 + 1, ahead, OLD), []);
  });

  for (const [name, release] of [
    ['a pre-release', at(2, '1.2.0-rc.1')],
    ['a yanked version', at(2, '1.2.0', { yanked: 'broken' })],
    ['a withdrawn version', at(2, '1.2.0', { withdrawnAt: hoursLater(3) })],
  ] as const) {
    test(`not by ${name}`, () => assert.deepEqual(lags(30, [release, ...OLD], OLD), []));
  }

  test('not when it ships other versions', () => {
    const others = ['7.0', '7.1', '7.2'].map((version) => aRelease({ version }));
    assert.deepEqual(lags(30, ahead, others), []);
  });

  test('not when it went on to a higher version', () => {
    assert.deepEqual(lags(30, [at(3, '1.3.0'), ...ahead], [at(3, '1.3.0'), ...OLD]), []);
  });

  test('not when it has the version by another spelling', () => {
    assert.deepEqual(lags(30, ahead, [at(5, 'v1.2.0'), ...OLD], [at(5, '1.2'), ...OLD]), []);
  });
});
