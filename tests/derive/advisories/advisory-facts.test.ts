import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { likelihoodOf, referencesOf } from '../../../src/derive/advisories/advisory-facts.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { toldPackages } from '../../../src/derive/advisories/told-packages.ts';
import { aProject } from '../../build-release.ts';
import { affects, anAdvisory } from './a-record.ts';

const fix = { type: 'FIX' as const, url: 'https://github.com/a/b/commit/1' };
const report = { type: 'REPORT' as const, url: 'https://github.com/a/b/issues/1' };
const records = [
  anAdvisory({
    id: 'PYSEC-1',
    aliases: ['GHSA-1'],
    references: [fix, report],
    affected: [affects('pkg:pypi/tool', { ranges: ['+0 -2.0 +3.0 -3.1'] })],
  }),
  anAdvisory({
    id: 'GHSA-1',
    epss: 0.1,
    references: [fix],
    affected: [
      affects('pkg:npm/tool', { ranges: ['+0 -1.10.0'] }),
      affects('pkg:npm/tool', { ranges: ['+0 -1.9.0', '+1.9.1'] }),
      affects('pkg:npm/other', { ranges: ['+0'] }),
    ],
  }),
];
const [vulnerability = assert.fail()] = joinRecords(records);

test('references are told once, and the likelihood as GitHub has it', () => {
  assert.deepEqual(referencesOf(vulnerability), [fix, report]);
  assert.equal(likelihoodOf(vulnerability), 0.1);
  const [unrated = assert.fail()] = joinRecords([anAdvisory()]);
  assert.deepEqual([referencesOf(unrated), likelihoodOf(unrated)], [[], undefined]);
});

test('each package of a project is told of in words, with its fixed versions in order', () => {
  const project = aProject({ channels: ['pkg:github/acme/tool', 'pkg:pypi/tool'].map(parsePackage) });
  assert.deepEqual(
    toldPackages(vulnerability, project).map(({ package: { purl }, affected, fixed }) => [
      purl,
      affected,
      fixed,
    ]),
    [
      ['pkg:npm/tool', 'before 1.10.0; before 1.9.0; from 1.9.1 on', []],
      ['pkg:pypi/tool', 'before 2.0; from 3.0 before 3.1', ['2.0', '3.1']],
    ],
  );
});
