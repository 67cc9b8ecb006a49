import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { awaitsNotes, isProvisional } from '../../src/derive/is-provisional.ts';
import { aProject, aRecord, aRelease, hoursLater, IMPORTED } from '../build-release.ts';

describe('a release is provisional', () => {
  for (const [name, fields, hours, expected] of [
    ['without notes, at once', {}, 0, true],
    ['without notes, after 23 hours', {}, 23.9, true],
    ['no more after 24 hours', {}, 24, false],
    ['with a placeholder', { notes: ['**TBD**'] }, 1, true],
    ['with blank notes', { notes: ['', ' '] }, 1, true],
    ['not with notes', { notes: ['Fixes a crash'] }, 1, false],
    ['if it is dated ahead', { publishedAt: hoursLater(5) }, 1, true],
    ['by the time when it was seen, if it has no date', { publishedAt: undefined }, 1, true],
    ['not if it is old and was seen just now', { publishedAt: '2020-01-01T00:00:00Z' }, 1, false],
  ] satisfies [string, Partial<Release>, number, boolean][]) {
    test(name, () => {
      const release = aRelease({ publishedAt: IMPORTED, seenAt: IMPORTED, ...fields });
      assert.equal(isProvisional(release, hoursLater(hours)), expected);
    });
  }

  for (const [name, notes, expected] of [
    ['awaits notes if a channel has none either', undefined, true],
    ['awaits notes if a channel has a placeholder', ['TODO'], true],
    ['awaits none if a channel has them', ['Fixes a crash'], false],
  ] as const) {
    test(`an entry ${name}`, () => {
      const channel = parsePackage('pkg:github/acme/tool');
      const release = { publishedAt: IMPORTED, seenAt: IMPORTED };
      const told = notes && { notes: [...notes], notesFrom: 'release' as const };
      const records = new Map([
        ['pkg:npm/tool', aRecord({ releases: [aRelease({ ...release, version: '1.0.0' })] })],
        [channel.purl, aRecord({ releases: [aRelease({ ...release, ...told })] })],
      ]);
      const [entry] = projectEntries(aProject({ channels: [channel] }), records);
      assert.ok(entry !== undefined);
      assert.equal(awaitsNotes(entry, hoursLater(1)), expected);
    });
  }
});
