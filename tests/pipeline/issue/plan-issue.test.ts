import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type IssueReport, markedBody } from '../../../src/pipeline/issue/issue-report.ts';
import { describeIssuePlan, planIssue } from '../../../src/pipeline/issue/plan-issue.ts';
import { verifyReport } from '../../../src/pipeline/issue/verify-report.ts';

const WELL: IssueReport = { id: 'tidings:health', title: 'T', farewell: 'All is well.' };
const ILL: IssueReport = { ...WELL, body: 'One\n' };
const TOLD = { number: 7, body: 'One\n\n<!-- tidings:health -->\n' };

describe('the plan for an issue', () => {
  for (const [what, report, open, expected] of [
    ['nothing to tell and none there', WELL, undefined, { verb: 'nothing' }],
    [
      'something to tell',
      ILL,
      undefined,
      { verb: 'open', label: 'tidings:health', title: 'T', body: TOLD.body },
    ],
    ['told already', ILL, TOLD, { verb: 'nothing' }],
    [
      'told, edited in a browser',
      ILL,
      { ...TOLD, body: TOLD.body.replaceAll('\n', '\r\n') },
      { verb: 'nothing' },
    ],
    ['told, without the last line end', ILL, { ...TOLD, body: TOLD.body.trimEnd() }, { verb: 'nothing' }],
    ['something else to tell', ILL, { ...TOLD, body: 'Two' }, { verb: 'edit', number: 7, body: TOLD.body }],
    ['all is well again', WELL, TOLD, { verb: 'close', number: 7, comment: 'All is well.' }],
  ] as const) {
    test(`${what}: ${expected.verb}`, () => {
      const plan = planIssue(report, open);
      assert.deepEqual(plan, expected);
      assert.match(describeIssuePlan(plan), /^[A-Z].*\.$/);
    });
  }
});

describe('the report on the ledger', () => {
  const runsUrl = 'https://github.com/acme/releases/actions/workflows/verify.yml';

  test('has nothing to tell while it agrees with git', () => {
    assert.equal(verifyReport({ hasFailed: false, runsUrl }).body, undefined);
  });

  test('tells where to look when it does not', () => {
    const report = verifyReport({ hasFailed: true, runsUrl });
    assert.ok(report.body?.includes(runsUrl));
    assert.match(markedBody(report, report.body ?? ''), /\n<!-- tidings:verify -->\n$/);
  });
});
