import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { baseScore, severityOf } from '../../../src/derive/advisories/severity.ts';
import { affects, anAdvisory } from './a-record.ts';

// Scores as FIRST's own examples and calculators give them.
describe('the base score of', () => {
  for (const [vector, score] of [
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C', 7.8],
    ['AV:N/AC:L/Au:N/C:C/I:C/A:C', 10],
    ['AV:L/AC:H/Au:N/C:C/I:C/A:C', 6.2],
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:N/A:N', 6.8],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:U', 7.5],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 9.3],
    ['CVSS:3.1/AV:N/AC:L', undefined],
    ['CVSS:4.0/AV:N/AC:L', undefined],
    ['AV:N/AC:L', undefined],
    ['CVSS:9.9/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', undefined],
    ['9.8', undefined],
    ['', undefined],
  ] as const) {
    test(vector || 'nothing', () => {
      assert.equal(baseScore(vector), score);
    });
  }

  test('whatever a database writes is a number from 0 to 10, or none', () => {
    const part = fc.tuple(
      fc.constantFrom('AV', 'AC', 'PR', 'S', 'C', 'E', 'VC', 'Qq'),
      fc.constantFrom('N', 'L', 'H', 'X', 'zz'),
    );
    const anyVector = fc
      .tuple(fc.constantFrom('CVSS:3.1/', 'CVSS:4.0/', 'CVSS:3.0/', ''), fc.array(part, { maxLength: 12 }))
      .map(([head, parts]) => head + parts.map((pair) => pair.join(':')).join('/'));
    fc.assert(
      fc.property(fc.oneof(anyVector, fc.string()), (vector) => {
        const score = baseScore(vector);
        assert.ok(score === undefined || (score >= 0 && score <= 10), String(score));
      }),
    );
  });
});

const vector = (score: string) => [{ type: 'CVSS_V3', score }];
const CRITICAL = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const MEDIUM = 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:N/A:N';
const HIGH = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H';
const ofPackage = (score: string) => [{ ...affects('pkg:npm/axios', {}), severity: vector(score) }];

describe('the severity of', () => {
  for (const [what, fields, severity] of [
    ['nothing that is known', {}, 'unknown'],
    ['the database’s word', { databaseSeverity: 'MODERATE' }, 'medium'],
    ['its word in any case', { databaseSeverity: 'Low' }, 'low'],
    ['a word that nobody knows', { databaseSeverity: 'SPICY' }, 'unknown'],
    ['9.8', { severity: vector(CRITICAL) }, 'critical'],
    ['7.5', { severity: vector(HIGH) }, 'high'],
    ['6.8', { severity: vector(MEDIUM) }, 'medium'],
    ['0', { severity: vector('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N') }, 'low'],
    ['a package’s own', { affected: ofPackage(HIGH) }, 'high'],
    ['a word above a vector', { databaseSeverity: 'CRITICAL', severity: vector(MEDIUM) }, 'critical'],
    ['a vector above a word', { databaseSeverity: 'LOW', severity: vector(HIGH) }, 'high'],
    ['two vectors', { severity: [...vector(MEDIUM), ...vector(CRITICAL)] }, 'critical'],
    ['malware', { id: 'MAL-2026-1' }, 'critical'],
    ['malware of GitHub', { malware: true as const }, 'critical'],
    ['malware that was rated', { id: 'MAL-2026-1', databaseSeverity: 'LOW' }, 'low'],
  ] as const) {
    test(what, () => {
      assert.equal(
        severityOf(
          anAdvisory({
            ...fields,
            affected: 'affected' in fields ? [...fields.affected] : anAdvisory().affected,
            severity: 'severity' in fields ? [...fields.severity] : undefined,
          }),
        ),
        severity,
      );
    });
  }
});
