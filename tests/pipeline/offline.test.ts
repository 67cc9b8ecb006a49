import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOffline } from '../../src/pipeline/offline.ts';
import { FormatError, HostError } from '../../src/platform/errors.ts';
import type { Fetched } from '../../src/sources/source.ts';

const UNREACHED: Fetched = { status: 'failed', error: new HostError('no way to it') };
const BUSY: Fetched = { status: 'failed', error: new HostError('busy', { status: 503 }) };
const STRANGE: Fetched = { status: 'failed', error: new FormatError('no JSON') };

const rows: readonly [string, readonly Fetched[], number, boolean][] = [
  ['nobody was reached', [UNREACHED, UNREACHED], 6, true],
  ['one host answered that it is busy', [UNREACHED, BUSY], 6, false],
  ['one answered what cannot be read', [UNREACHED, STRANGE], 6, false],
  ['one answered that nothing changed', [UNREACHED, { status: 'unchanged' }], 6, false],
  [
    'one answered that there is no such package',
    [UNREACHED, { status: 'gone', reason: 'x', code: 404 }],
    6,
    false,
  ],
  ['nobody was asked, as each names a home that is none', [UNREACHED], 0, false],
];
for (const [name, fetched, requests, offline] of rows) {
  test(`${name}: ${offline ? 'offline' : 'not offline'}`, () => {
    const answers = new Map(fetched.map((one, index) => [`pkg:npm/p${index}`, one]));
    assert.equal(isOffline({ fetched: answers, requests: { 'registry.example': requests } }), offline);
  });
}
