import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { CHANGE_KINDS, Change, changeId, isChangeKind } from '../../src/core/change.ts';

const CHANGE: Change = {
  at: '2026-11-20T10:00:00Z',
  kind: 'tag-moved',
  package: 'pkg:github/acme/tool',
  version: 'v1.0.0',
  subject: 'v1.0.0',
  severity: 'alert',
  before: 'a'.repeat(40),
  after: 'b'.repeat(40),
};

describe('the id of a change', () => {
  test('never changes', () => {
    assert.equal(changeId(CHANGE), 'e69e6807c40a7e433e381cd4c1f24eba4ec9ce020b9d518f2c23e4644dcc21b7');
  });

  test('is the hash of the seven fields that identify it', () => {
    const { at, package: purl, version, kind, subject, before, after } = CHANGE;
    const text = JSON.stringify([at, purl, version, kind, subject, before, after]);
    assert.equal(changeId(CHANGE), createHash('sha256').update(text).digest('hex'));
    const bare: Change = { at, kind: 'imported', package: purl, severity: 'info' };
    const bareText = JSON.stringify([at, purl, null, 'imported', null, null, null]);
    assert.equal(changeId(bare), createHash('sha256').update(bareText).digest('hex'));
  });

  test('depends on each of them, and on nothing else', () => {
    const others: readonly Partial<Change>[] = [
      { at: '2026-11-20T10:00:01Z' },
      { package: 'pkg:npm/tool' },
      { version: 'v2' },
      { kind: 'withdrawn' },
      { subject: 'x' },
      { before: ['a'] },
      { after: 'c' },
    ];
    const ids = new Set([CHANGE, ...others.map((other) => ({ ...CHANGE, ...other }))].map(changeId));
    assert.equal(ids.size, others.length + 1);
    assert.equal(changeId({ ...CHANGE, severity: 'info', flap: true }), changeId(CHANGE));
  });
});

describe('kinds of change', () => {
  test('replaced files, moved tags and withdrawals are the alerts', () => {
    const alerts = Object.entries(CHANGE_KINDS).filter(([, { severity }]) => severity === 'alert');
    assert.deepEqual(
      alerts.map(([kind]) => kind),
      ['asset-replaced', 'tag-moved', 'withdrawn', 'identity-changed'],
    );
  });

  test('are no more than the table says', () => {
    assert.ok(isChangeKind('published'));
    for (const text of ['', 'exploded', 'constructor', '__proto__', 'toString'])
      assert.ok(!isChangeKind(text));
    assert.equal(Change.safeParse({ ...CHANGE, kind: 'toString' }).success, false);
  });
});
