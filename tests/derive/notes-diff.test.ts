import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffNotes, type NotesDiff } from '../../src/derive/notes-diff.ts';

const lines = (count: number, prefix = 'line ') => Array.from({ length: count }, (_, n) => prefix + n);
const textOf = ({ hunks }: NotesDiff) =>
  hunks.map((pieces) =>
    pieces.map(({ kind, text }) => (kind === 'same' ? text : `${kind}(${text})`)).join(''),
  );
const lengthOf = ({ hunks }: NotesDiff) => hunks.flat().reduce((sum, { text }) => sum + text.length, 0);

describe('a comparison of notes', () => {
  for (const [name, before, after, expected] of [
    ['equal', ['a'], ['a'], { shown: [], added: 0, removed: 0 }],
    ['none', [], [], { shown: [], added: 0, removed: 0 }],
    ['written', [], ['a', 'b'], { shown: ['added(a\nb)'], added: 2, removed: 0 }],
    ['removed', ['a', 'b'], [], { shown: ['removed(a\nb)'], added: 0, removed: 2 }],
    [
      'edited in place, with two lines around it',
      ['1', '2', '3', 'reads three tides', '5', '6', '7'],
      ['1', '2', '3', 'reads five tides', '5', '6', '7'],
      { shown: ['2\n3\nreads removed(three)added(five) tides\n5\n6'], added: 1, removed: 1 },
    ],
    [
      'edited at two places',
      ['first one', '2', '3', '4', '5', '6', 'last one'],
      ['first two', '2', '3', '4', '5', '6', 'last two'],
      {
        shown: ['first removed(one)added(two)\n2\n3', '5\n6\nlast removed(one)added(two)'],
        added: 2,
        removed: 2,
      },
    ],
    [
      'with hidden characters',
      ['a'],
      ['a', '\u202Eb'],
      { shown: ['a\nadded(⟨U+202E⟩b)'], added: 1, removed: 0 },
    ],
  ] as const) {
    test(name, () => {
      const diff = diffNotes(before, after);
      assert.deepEqual({ shown: textOf(diff), added: diff.added, removed: diff.removed }, expected);
      assert.equal(diff.isCut, false);
    });
  }

  for (const [name, before, after] of [
    ['one text replaced by another of 4,500 lines', lines(4500, 'a'), lines(4500, 'b')],
    ['every other line edited', lines(3000), lines(3000).map((line, n) => (n % 2 ? line : `${line}!`))],
    ['one line of 256 KiB', ['x'.repeat(262_144)], ['y'.repeat(262_144)]],
    ['256 Ki empty lines', Array(262_144).fill(''), ['text']],
    ['notes of half a character each', Array(20_000).fill('\ud800'), Array(20_000).fill('\udc00')],
  ] as const) {
    test(`is bounded in what it shows: ${name}`, () => {
      const diff = diffNotes(before, after);
      assert.equal(diff.isCut, true);
      assert.ok(lengthOf(diff) <= 6_100, `${lengthOf(diff)} characters`);
      assert.ok(diff.hunks.flat().every(({ text }) => text.isWellFormed()));
    });
  }

  test('counts all lines, and shows those for which there is room', () => {
    const edited = lines(100).map((line, n) => (n % 10 === 5 ? `${line} ${'more '.repeat(300)}` : line));
    const diff = diffNotes(lines(100), edited);
    assert.deepEqual([diff.added, diff.removed, diff.isCut], [10, 10, true]);
    assert.ok(diff.hunks.length < 10 && diff.hunks.length > 2, `${diff.hunks.length} hunks`);
  });

  test('shortens long lines around a change', () => {
    const [shown = ''] = textOf(diffNotes(['x'.repeat(5000)], ['x'.repeat(5000), 'new']));
    assert.equal(shown, `${'x'.repeat(200)}…\nadded(new)`);
  });
});
