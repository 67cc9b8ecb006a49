import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serialize } from '../../src/store/canonical-json.ts';
import { checkAdvisories } from '../../src/store/check-advisories.ts';

const ADVISORY = {
  format: 1,
  id: 'GHSA-1',
  modified: '2026-01-01T00:00:00.5Z',
  affected: [{ package: 'pkg:npm/axios', versions: ['1.0.0'] }],
};
const PATH = 'advisories/GHSA-1.json';

describe('a file of an advisory', () => {
  for (const [what, fields, ...problems] of [
    ['as it should be', {}],
    ['under another id', { id: 'GHSA-2' }, 'holds GHSA-2, which belongs elsewhere'],
    ['of a hostile id', { id: '../x' }, 'is not valid: id: expected an id such as GHSA-jr5f-v2jv-69x6'],
    [
      'with a time of asking',
      { askedAt: '2026-01-01T00:00:00Z' },
      'is not valid: Unrecognized key: "askedAt"',
    ],
    [
      'with a moment in another spelling',
      { modified: '2026-01-01T00:00:00.500Z' },
      'is not valid: modified: expected an instant such as 2026-11-20T10:00:00.25Z',
    ],
    [
      'with a month that is none',
      { modified: '2026-13-01T00:00:00Z' },
      'is not valid: modified: expected an instant such as 2026-11-20T10:00:00.25Z',
    ],
    [
      'with a band that is none',
      { epss: 0.2 },
      'is not valid: epss: Invalid option: expected one of 0.5|0.1|0.01',
    ],
  ] as const) {
    test(what, () => {
      const text = serialize({ ...ADVISORY, ...fields });
      const found = checkAdvisories(new Map([[PATH, text]])).map((line) => line.slice(PATH.length + 2));
      assert.deepEqual(found, problems);
    });
  }

  test('with keys in another order, or no JSON', () => {
    const { format, ...rest } = ADVISORY;
    for (const [text, problem] of [
      [serialize({ ...rest, format }), `${PATH}: is not written as Tidings writes it`],
      ['{', `${PATH}: is no JSON`],
    ] as const) {
      assert.deepEqual(checkAdvisories(new Map([[PATH, text]])), [problem]);
    }
  });

  test('has an event a line', () => {
    const events = [{ introduced: '0' }, { fixed: '1.0.0' }];
    const text = serialize({
      ...ADVISORY,
      affected: [{ package: 'pkg:npm/axios', ranges: [{ type: 'SEMVER', events }] }],
    });
    assert.match(text, /\n {12}\{ "introduced": "0" \},\n {12}\{ "fixed": "1.0.0" \}\n/);
    assert.deepEqual(checkAdvisories(new Map([[PATH, text]])), []);
  });
});
