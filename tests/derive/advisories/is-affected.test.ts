import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAffected } from '../../../src/derive/advisories/is-affected.ts';
import { schemeOf } from '../../../src/versions/schemes.ts';
import { affects, anAdvisory } from './a-record.ts';
import type { Judged } from './pairs.ts';
import { CRATES } from './pairs-crates.ts';
import { GO } from './pairs-go.ts';
import { MAVEN } from './pairs-maven.ts';
import { NPM } from './pairs-npm.ts';
import { PYPI } from './pairs-pypi.ts';

const TABLES: readonly (readonly [type: string, purl: string, table: readonly Judged[]])[] = [
  ['npm', 'pkg:npm/axios', NPM],
  ['cargo', 'pkg:cargo/tokio', CRATES],
  ['pypi', 'pkg:pypi/django', PYPI],
  ['maven', 'pkg:maven/org.apache/log4j', MAVEN],
  ['golang', 'pkg:golang/golang.org/x/crypto', GO],
];

for (const [type, purl, table] of TABLES) {
  describe(`OSV’s rules for ${type}`, () => {
    const scheme = schemeOf(type);
    for (const judged of table) {
      const record = anAdvisory({ affected: [affects(purl, judged)] });
      const judge = (version: string) => isAffected(record, purl, version, scheme);
      test(judged.why, () => {
        assert.deepEqual([...judged.affected, ...judged.safe].filter(judge), judged.affected);
      });
    }
  });
}

test('the tables hold at least 300 pairs of a record and a version, each once', () => {
  const pairs = TABLES.flatMap(([type, , table]) =>
    table.flatMap(({ why, affected, safe }) =>
      [...affected, ...safe].map((version) => [type, why, version].join(' ')),
    ),
  );
  assert.equal(new Set(pairs).size, pairs.length);
  assert.ok(pairs.length >= 300, `${pairs.length} pairs`);
});

describe('a record', () => {
  const semver = schemeOf('npm');
  const purl = 'pkg:npm/axios';

  test('that was withdrawn says nothing', () => {
    const withdrawn = anAdvisory({ withdrawn: '2026-04-01T00:00:00Z' });
    assert.equal(isAffected(anAdvisory(), purl, '1.0.0', semver), true);
    assert.equal(isAffected(withdrawn, purl, '1.0.0', semver), false);
  });

  test('may have several entries, also of one package', () => {
    const record = anAdvisory({
      affected: [
        affects('pkg:npm/other', { ranges: ['+0'] }),
        affects(purl, { ranges: ['+0 -0.30.0'] }),
        affects(purl, { versions: ['1.5.0'] }),
      ],
    });
    for (const [version, expected] of [
      ['0.29.0', true],
      ['0.30.0', false],
      ['1.5.0', true],
      ['1.4.0', false],
    ] as const) {
      assert.equal(isAffected(record, purl, version, semver), expected, version);
    }
    assert.equal(isAffected(record, 'pkg:npm/other', '9.9.9', semver), true);
    assert.equal(isAffected(record, 'pkg:npm/another', '0.1.0', semver), false);
  });
});
