import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { channelLags, usualLagInWords } from '../../src/derive/channel-lags.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { aProject, aRecord, aRelease } from '../build-release.ts';

const github = parsePackage('pkg:github/acme/tool');

/** Hours after midnight at which each day's version came out at npm and at GitHub; nothing where it did not. */
function lagsOf(days: readonly (readonly [npm: number, github: number | undefined])[]) {
  const released = (day: number, hour: number) =>
    aRelease({
      version: `1.0.${day}`,
      publishedAt: `2026-09-0${day + 1}T${String(hour).padStart(2, '0')}:00:00Z`,
    });
  const records = new Map([
    [
      'pkg:npm/tool',
      aRecord({ package: 'pkg:npm/tool', releases: days.map(([hour], day) => released(day, hour)) }),
    ],
    [
      github.purl,
      aRecord({
        releases: days.flatMap(([, hour], day) => (hour === undefined ? [] : [released(day, hour)])),
      }),
    ],
  ]);
  const lags = channelLags(projectEntries(aProject({ channels: [github] }), records));
  return ['pkg:npm/tool', github.purl].map((purl) => {
    const lag = lags.get(purl);
    return lag && usualLagInWords(lag);
  });
}

describe('how long after the first a channel ships', () => {
  test('is the median over the versions that are shared', () => {
    assert.deepEqual(
      lagsOf([
        [1, 2],
        [1, 4],
        [1, 9],
        [5, undefined],
      ]),
      ['first with 3 of 3 shared versions', 'usually 3 hours later, over 3 shared versions'],
    );
  });

  test('is nothing for those that are first as a rule', () => {
    assert.deepEqual(
      lagsOf([
        [1, 2],
        [5, 4],
        [1, 6],
      ]),
      ['first with 2 of 3 shared versions', 'usually 1 hour later, over 3 shared versions'],
    );
    assert.deepEqual(
      lagsOf([
        [2, 1],
        [3, 2],
        [1, 1],
      ]),
      ['usually 1 hour later, over 3 shared versions', 'first with 3 of 3 shared versions'],
    );
  });

  test('is not known where nothing is shared', () =>
    assert.deepEqual(lagsOf([[1, undefined]]), [undefined, undefined]));
});
