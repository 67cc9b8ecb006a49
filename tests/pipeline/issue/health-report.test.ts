import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Failure, FailureKind } from '../../../src/core/health.ts';
import { healthReport } from '../../../src/pipeline/issue/health-report.ts';
import { markedBody } from '../../../src/pipeline/issue/issue-report.ts';

const AT = '2026-11-20T10:00:00Z';
const RUN = {
  hasFailed: false,
  runsUrl: 'https://github.com/acme/releases/actions/workflows/update.yml',
  at: AT,
};

function failure(more: Partial<Failure> = {}): Failure {
  return { package: 'pkg:npm/tool', since: '2026-11-18T10:00:00Z', kind: 'host', ...more };
}

function report(failing: readonly Failure[], run: Partial<typeof RUN> = {}) {
  return healthReport({ format: 1, failing: [...failing] }, { ...RUN, ...run });
}

describe('there is something to tell', () => {
  for (const [what, failing, run, title] of [
    ['not when all is well', [], {}, undefined],
    ['not of an hour', [failure({ since: '2026-11-20T09:00:00Z' })], {}, undefined],
    ['not a second before a day', [failure({ since: '2026-11-19T10:00:01Z' })], {}, undefined],
    ['after a day', [failure({ since: '2026-11-19T10:00:00Z' })], {}, 'Packages that cannot be read'],
    ['not of what is merely incomplete', [failure({ kind: 'incomplete' })], {}, undefined],
    ['when the run failed', [], { hasFailed: true }, 'The update fails'],
    ['of both', [failure()], { hasFailed: true }, 'Packages that cannot be read'],
  ] satisfies [string, Failure[], Partial<typeof RUN>, string | undefined][]) {
    test(what, () => {
      const { body, title: actual } = report(failing, run);
      assert.equal(body === undefined ? undefined : actual, title);
    });
  }

  for (const kind of FailureKind.options.filter((option) => option !== 'incomplete')) {
    test(`of every kind of failure: ${kind}`, () => {
      assert.match(report([failure({ kind })]).body ?? '', /\n- `pkg:npm\/tool`: .{20,}, since 2026-11-18\n/);
    });
  }
});

describe('the text', () => {
  test('names each package, the oldest failure first, with the status', () => {
    const failing = [
      failure({ package: 'pkg:npm/c', since: '2026-11-17T00:00:00Z' }),
      failure({ package: 'pkg:npm/b', since: '2026-11-16T00:00:00Z', kind: 'gone', status: 404 }),
      failure({ package: 'pkg:npm/a', since: '2026-11-17T00:00:00Z' }),
    ];
    const { body = '' } = report(failing, { hasFailed: true });
    assert.deepEqual([...body.matchAll(/pkg:npm\/./g)].join(), 'pkg:npm/b,pkg:npm/a,pkg:npm/c');
    assert.match(body, /no such package \(404\), since 2026-11-16\n/);
    assert.match(body, /\(https:\/\/github\.com\/acme\/releases\/actions\/workflows\/update\.yml\)/);
  });

  test('stays the same while the failure lasts', () => {
    assert.equal(report([failure()]).body, report([failure()], { at: '2026-12-20T10:00:00Z' }).body);
  });

  test('has at most 50 lines and is far below the limit of GitHub, however many fail', () => {
    const failing = Array.from({ length: 3000 }, (_, index) => {
      return failure({ package: `pkg:npm/${'x'.repeat(5000)}${index}` });
    });
    const all = report(failing, { hasFailed: true });
    const body = markedBody(all, all.body ?? '');
    assert.ok(body.split('\n').length <= 50, `${body.split('\n').length} lines`);
    assert.ok(body.length < 20_000);
    assert.match(body, /\n- and 2962 more, in `data\/health\.json`\n/);
  });

  test('lets no name out of its code span', () => {
    const name = 'pkg:npm/x`\n@everyone <!-- tidings:verify -->';
    const { body = '' } = report([failure({ package: name })]);
    assert.match(body, /^- `pkg:npm\/x@everyone<!--tidings:verify-->`: /m);
  });
});
