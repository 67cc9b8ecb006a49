import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change, ChangeKind } from '../../src/core/change.ts';
import { toChange } from '../../src/store/classify.ts';
import { changeLine, parseLedger, unrecorded } from '../../src/store/ledger.ts';
import { hoursLater, PURL } from '../build-release.ts';

function aChange(kind: ChangeKind, hours: number, fields: Partial<Change> = {}): Change {
  return { ...toChange({ kind }, PURL, 'v1', hoursLater(hours)), ...fields };
}

const edit = (before: string, after: string, hours: number) =>
  aChange('notes-edited', hours, { before: [before], after });

describe('a line of the ledger', () => {
  test('is exactly this', () => {
    const change = toChange(
      { kind: 'asset-replaced', subject: 'a.tgz', before: 'sha256:00', after: 'sha256:11' },
      PURL,
      'v1.0.0',
      '2026-11-20T10:00:00Z',
    );
    const { at, kind, ...rest } = change;
    assert.equal(
      changeLine({ ...rest, kind, at }),
      '{"at":"2026-11-20T10:00:00Z","kind":"asset-replaced","package":"pkg:github/acme/tool","version":"v1.0.0","subject":"a.tgz","severity":"alert","before":"sha256:00","after":"sha256:11"}\n',
    );
  });

  test('survives reading and writing, whatever upstream wrote', () => {
    const changes = [
      edit('a\nb\u2028\ud800', 'x', 1),
      aChange('imported', 1, { version: undefined }),
      aChange('published', 1, { version: '"\\\n' }),
    ];
    const text = changes.map(changeLine).join('');
    assert.equal(text.split('\n').length, 4);
    assert.equal(parseLedger(text).map(changeLine).join(''), text);
  });

  test('is refused before it is written, if it is no change', () => {
    assert.throws(() => changeLine(aChange('published', 1, { at: 'today' })));
  });
});

describe('reading the ledger', () => {
  const good = changeLine(aChange('published', 1));

  for (const [name, bad] of [
    ['no JSON', 'oops'],
    ['an unknown kind', good.trim().replace('published', 'exploded')],
    ['an unknown key', good.trim().replace('{', '{"x":1,')],
    ['a kind that every object has', good.trim().replace('published', 'constructor')],
  ] as const) {
    test(`names the line with ${name}`, () => {
      assert.throws(() => parseLedger(`${good}\n${good}${bad}\n${good}`), {
        name: 'SyntaxError',
        message: 'line 4 is no change',
      });
    });
  }

  test('of an empty file gives nothing', () => assert.deepEqual(parseLedger(''), []));
});

describe('what is not recorded yet', () => {
  test('is everything, in an empty ledger', () => {
    const changes = [aChange('published', 1), edit('a', 'b', 1)];
    assert.deepEqual(unrecorded(changes, []), changes);
  });

  test('is not what another writer recorded at the same moment', () => {
    const changes = [aChange('published', 1), edit('a', 'b', 1)];
    assert.deepEqual(unrecorded(changes, [edit('a', 'b', 1), aChange('published', 1)]), []);
    const later = edit('b', 'a', 2);
    assert.deepEqual(unrecorded([edit('a', 'b', 1)], [edit('a', 'b', 1), later]), []);
  });

  test('is not what a killed run recorded, and the next one makes again later', () => {
    for (const change of [
      (hours: number) => edit('a', 'b', hours),
      (hours: number) => aChange('published', hours),
      (hours: number) => aChange('asset-replaced', hours, { subject: 'x', before: '1', after: '2' }),
      (hours: number) => aChange('imported', hours, { version: undefined }),
    ]) {
      assert.deepEqual(unrecorded([change(2)], [change(1)]), []);
    }
  });

  test('is a genuine back and forth', () => {
    const there = edit('a', 'b', 1);
    const back = edit('b', 'a', 2);
    const again = edit('a', 'b', 3);
    assert.deepEqual(unrecorded([back], [there]), [back]);
    assert.deepEqual(unrecorded([again], [there, back]), [again]);
    const yanks = [aChange('yanked', 1), aChange('unyanked', 2)];
    assert.deepEqual(unrecorded([aChange('yanked', 3)], yanks), [aChange('yanked', 3)]);
    const away = [aChange('withdrawn', 1), aChange('restored', 2)];
    assert.deepEqual(unrecorded([aChange('withdrawn', 3)], away), [aChange('withdrawn', 3)]);
  });

  test('is the same change of another package, version, subject or aspect', () => {
    const held = aChange('asset-replaced', 1, { subject: 'x', before: '1', after: '2' });
    for (const other of [
      { package: 'pkg:npm/tool' },
      { version: 'v2' },
      { subject: 'y' },
      { kind: 'tag-moved' as const },
    ]) {
      const change = { ...held, at: hoursLater(2), ...other };
      assert.deepEqual(unrecorded([change], [held]), [change]);
    }
  });
});
