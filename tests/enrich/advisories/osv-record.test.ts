import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { indexNames } from '../../../src/enrich/advisories/asked.ts';
import { readOsvRecord } from '../../../src/enrich/advisories/osv-record.ts';
import { FormatError } from '../../../src/platform/errors.ts';
import { serialize } from '../../../src/store/canonical-json.ts';
import { checkAdvisories } from '../../../src/store/check-advisories.ts';
import { ask, osvRecord, stored } from './a-database.ts';

const ID = 'GHSA-jr5f-v2jv-69x6';
const find = indexNames(ask('pkg:npm/axios'));
const read = (fields: object, id = ID) => readOsvRecord(osvRecord(ID, 'axios', fields), id, find);
const inAxios = (fields: object) => ({ package: { ecosystem: 'npm', name: 'axios' }, ...fields });
const events = (...all: readonly object[]) => inAxios({ ranges: [{ type: 'SEMVER', events: all }] });

const BOTH = [{ introduced: '1.0.0' }, { fixed: '1.0.1' }];

describe('a record of OSV', () => {
  test('is stored in one form, whatever order and spelling it came in', () => {
    const { record } = read({
      aliases: ['CVE-2026-2', 'CVE-2026-1', 'CVE-2026-2', ID],
      affected: [inAxios({ versions: ['1.1.0', '1.0.0', '1.1.0'] })],
      modified: '2026-03-08T16:02:43.000000Z',
      published: '2026-03-08T18:02:43+02:00',
    });
    assert.deepEqual(stored(record), {
      format: 1,
      id: ID,
      modified: '2026-03-08T16:02:43Z',
      published: '2026-03-08T16:02:43Z',
      aliases: ['CVE-2026-1', 'CVE-2026-2'],
      affected: [{ package: 'pkg:npm/axios', versions: ['1.0.0', '1.1.0'] }],
    });
    assert.deepEqual(checkAdvisories(new Map([[`advisories/${ID}.json`, serialize(record)]])), []);
  });

  for (const [why, affected, expected, dropped] of [
    [
      'GIT ranges are left out, and their package stays',
      [inAxios({ ranges: [{ type: 'GIT', repo: 'x', events: [{ introduced: '0' }] }] })],
      [{}],
      0,
    ],
    ['another package', [{ package: { ecosystem: 'npm', name: 'other' }, versions: ['1.0.0'] }], [], 0],
    ['no package at all', [{ ranges: [{ type: 'GIT' }] }], [], 0],
    ['two kinds in one event', [events({ introduced: '0', fixed: '1.0.0' })], [], 1],
    ['an event of no kind', [events({ introduced: '0' }, { broken: '1' })], [], 1],
    ['a number for a version', [inAxios({ versions: [1] })], [], 1],
    ['an empty version', [inAxios({ versions: [''] })], [], 1],
    ['a range of a kind that nobody knows', [inAxios({ ranges: [{ type: 'CALVER', events: [] }] })], [], 1],
    [
      'what cannot be read of another package is none of our business',
      [{ package: { ecosystem: 'npm', name: 'other' }, versions: [1] }],
      [],
      0,
    ],
    ['no object', ['axios', null, 7], [], 3],
    [
      'the bad one is left out, the good one stays',
      [7, inAxios({ versions: ['1.0.0'] })],
      [{ versions: ['1.0.0'] }],
      1,
    ],
    [
      'null for what is absent',
      [inAxios({ ranges: null, versions: ['1.0.0'] })],
      [{ versions: ['1.0.0'] }],
      0,
    ],
    [
      'unknown keys',
      [inAxios({ versions: ['1.0.0'], ecosystem_specific: { a: 1 } })],
      [{ versions: ['1.0.0'] }],
      0,
    ],
  ] as const) {
    test(`affected: ${why}`, () => {
      const { record, ...told } = read({ affected });
      assert.deepEqual(
        stored(record.affected),
        expected.map((one) => ({ package: 'pkg:npm/axios', ...one })),
      );
      assert.equal(told.dropped, dropped);
    });
  }

  for (const [why, fields] of [
    ['another id', { id: 'GHSA-0000-0000-0000' }],
    ['an id that leads elsewhere', { id: '../../x' }],
    ['a withdrawal that is no date', { withdrawn: 'yes' }],
    ['no date of change', { modified: 'today' }],
    ['a change before there were databases', { modified: '' }],
    ['affected that is no list', { affected: 'all' }],
    ['more events than any has', { affected: Array.from({ length: 1001 }, () => events(...BOTH)) }],
  ] as const) {
    test(`is none with ${why}`, () => {
      assert.throws(() => read(fields), FormatError);
    });
  }

  test('of the future is taken as it says', () => {
    assert.equal(read({ modified: '2999-01-01T00:00:00Z' }).record.modified, '2999-01-01T00:00:00Z');
  });

  for (const [given, expected] of [
    ['a\nb\r\n c', 'a b c'],
    ['  ', undefined],
    ['\u001b[31mred\u0007', '[31mred'],
    ['x'.repeat(600), 'x'.repeat(500)],
    [`${'x'.repeat(499)}😀`, 'x'.repeat(499)],
    ['\ud800 half', '\ufffd half'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ] as const) {
    test(`has one line for a summary: ${JSON.stringify(given.slice(0, 30))}`, () => {
      assert.equal(read({ summary: given }).record.summary, expected);
    });
  }

  test('has references that are addresses, of kinds that are shown, and not too many', () => {
    const url = 'https://github.com/a/b/commit/1';
    const many = Array.from({ length: 20 }, (_, n) => ({ type: 'FIX', url: `${url}${n}` }));
    const bad = [
      { type: 'WEB', url },
      { type: 'FIX', url: 'javascript:alert(1)' },
      { type: 'FIX', url: 'data:text/html,x' },
      { type: 'FIX' },
      null,
    ];
    assert.deepEqual(read({ references: [...bad, ...many] }).record.references, many.slice(0, 8));
  });
});
