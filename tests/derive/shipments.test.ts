import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { shipmentsOf } from '../../src/derive/shipments.ts';
import { aProject, aRecord, hoursLater, IMPORTED } from '../build-release.ts';

const DOCKER = parsePackage('pkg:docker/tool');

/** Type and lag of each package; the project is an npm package with an image. */
function lags(npm: Partial<Release>, docker: Partial<Release>) {
  const release = { version: '1.0.0', seenAt: IMPORTED };
  const records = new Map([
    ['pkg:npm/tool', aRecord({ package: 'pkg:npm/tool', releases: [{ ...release, ...npm }] })],
    [DOCKER.purl, aRecord({ package: DOCKER.purl, releases: [{ ...release, ...docker }] })],
  ]);
  const [entry] = projectEntries(aProject({ channels: [DOCKER] }), records);
  assert.ok(entry !== undefined);
  return shipmentsOf(entry).map(({ package: pkg, lagHours }) => [pkg.type, lagHours]);
}

for (const [name, npm, docker, expected] of [
  ['both dated', { publishedAt: hoursLater(1) }, { publishedAt: hoursLater(4) }, [0, 3]],
  ['the channel first', { publishedAt: hoursLater(4) }, { publishedAt: hoursLater(1) }, [3, 0]],
  ['no date, seen later', { publishedAt: hoursLater(1) }, { seenAt: hoursLater(2) }, [0, 1]],
  ['no date, seen at the import', { publishedAt: hoursLater(-9) }, {}, [0, undefined]],
  ['no dates', {}, { seenAt: hoursLater(2) }, [undefined, undefined]],
] as const) {
  test(`the lag of a channel: ${name}`, () => {
    assert.deepEqual(lags(npm, docker), [
      ['npm', expected[0]],
      ['docker', expected[1]],
    ]);
  });
}
