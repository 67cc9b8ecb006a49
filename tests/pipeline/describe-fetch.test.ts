import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { describePlan, describeReport, exitCodeOf } from '../../src/pipeline/describe-fetch.ts';
import type { FetchReport } from '../../src/pipeline/fetch.ts';

const AT = '2026-11-20T10:00:00Z';

function report(more: Partial<FetchReport> = {}): FetchReport {
  const counts = {
    packages: 3,
    succeeded: 3,
    changes: 2,
    published: 1,
    guardTripped: false,
    superseded: 0,
    differingLists: [],
  };
  return { at: AT, ...counts, paths: ['data/health.json'], failures: [], requests: {}, ...more };
}

function failing(name: string, more: Partial<FetchReport['failures'][number]> = {}) {
  return { package: `pkg:github/acme/${name}`, since: AT, kind: 'host' as const, ...more };
}

describe('the plan, for --dry-run', () => {
  test('is a line a package', () => {
    const plan = ['pkg:npm/a', 'pkg:github/acme/b'].map((purl, index) => ({
      package: parsePackage(purl),
      source: index === 0 ? 'npm' : 'github',
      since: index === 0 ? '2025-01-01T00:00:00Z' : undefined,
      isRolling: () => false,
    }));
    const lines = [
      'pkg:npm/a  from npm, since 2025-01-01',
      'pkg:github/acme/b  from github',
      '2 packages',
      '',
    ];
    assert.equal(describePlan(plan), lines.join('\n'));
  });
});

describe('the report', () => {
  test('counts', () => {
    assert.deepEqual(describeReport(report()), [
      '3 of 3 packages read, 1 new releases, 2 changes, 1 files written.',
    ]);
  });

  test('tells of packages that another run had written about', () => {
    const [, line] = describeReport(report({ superseded: 2 }));
    assert.match(line ?? '', /^2 packages were left as they are: .+ The next run asks again\.$/);
  });

  test('names a failure with its remedy', () => {
    const [, line] = describeReport(
      report({ failures: [failing('a', { reason: 'refused', remedy: 'sign in' })] }),
    );
    assert.equal(line, 'pkg:github/acme/a: refused. Remedy: sign in.');
  });

  test('has a remedy for every failure', () => {
    for (const kind of ['host', 'format', 'gone', 'shrunk', 'identity', 'incomplete'] as const) {
      const [, line] = describeReport(report({ failures: [failing('a', { kind })] }));
      assert.match(line ?? '', /^pkg:github\/acme\/a: .+\. Remedy: .+\.$/);
    }
  });

  test('tells of a host that is down once, and of another status apart', () => {
    const failures = ['a', 'b', 'c', 'd', 'e'].map((name) => failing(name, { reason: 'no answer' }));
    const lines = describeReport(report({ failures: [...failures, failing('f', { status: 503 })] })).slice(1);
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /acme\/a, pkg:github\/acme\/b, pkg:github\/acme\/c and 2 more: no answer\./);
  });

  test('says that it read other lists than those here', () => {
    const [, line] = describeReport(report({ differingLists: ['data/watchlists/main.yml'] }));
    assert.match(line ?? '', /data\/watchlists\/main\.yml\. Remedy: /);
  });

  test('says that nothing was written when the guard tripped', () => {
    assert.match(describeReport(report({ guardTripped: true })).join(), /nothing was written/);
  });
});

describe('the exit code', () => {
  const codes: readonly [string, Partial<FetchReport>, boolean, 0 | 1][] = [
    ['all read', {}, true, 0],
    ['one failed', { failures: [failing('a')] }, false, 0],
    ['one failed, strictly', { failures: [failing('a')] }, true, 1],
    ['one read in part, strictly', { failures: [failing('a', { kind: 'incomplete' })] }, true, 0],
    ['nothing read', { succeeded: 0 }, false, 1],
    ['nothing to read', { packages: 0, succeeded: 0 }, false, 0],
    ['guard tripped', { guardTripped: true }, false, 1],
  ];
  for (const [title, more, isStrict, code] of codes) {
    test(`${title}: ${code}`, () => assert.equal(exitCodeOf(report(more), isStrict), code));
  }
});
