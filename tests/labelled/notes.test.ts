import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { compareText } from '../../src/core/compare-text.ts';
import { LABELLED_PATH, LabelledNote, readHeldNotes, readLabelledNotes } from './labelled-note.ts';

const NOTES = readLabelledNotes();
const HELD = await readHeldNotes(new Set(NOTES.map((note) => note.package)));

describe('the labelled notes', () => {
  test('are many, and of many packages', () => {
    assert.ok(NOTES.length >= 200);
    assert.equal(new Set(NOTES.map((note) => note.package)).size, 9);
  });

  test('have their keys in the order of the schema', () => {
    const text = readFileSync(LABELLED_PATH, 'utf8');
    assert.ok(JSON.stringify(JSON.parse(text)) === JSON.stringify(NOTES));
  });

  test('are sorted by package, then by version', () => {
    assert.deepEqual(NOTES.map(name), NOTES.toSorted(byPackageAndVersion).map(name));
  });

  test('are of one text each', () => {
    assert.equal(new Set(NOTES.map(({ notes }) => notes)).size, NOTES.length);
    assert.equal(new Set(NOTES.map(name)).size, NOTES.length);
  });

  test('are in the set that their hash gives, whatever the label', () => {
    for (const note of NOTES) assert.equal(note.set, setOf(note.notes), name(note));
  });

  test('hold breaking and security notes in both sets', () => {
    for (const set of LabelledNote.shape.set.options)
      for (const label of ['breaking', 'security'] as const)
        assert.ok(NOTES.filter((note) => note.set === set && note[label]).length >= 15, `${label} ${set}`);
  });
});

test('README.md counts the labelled notes as they are', () => {
  const readme = readFileSync(join(dirname(LABELLED_PATH), 'README.md'), 'utf8');
  for (const [purl, notes = []] of Object.entries(Object.groupBy(NOTES, (note) => note.package)))
    assert.ok(readme.includes(row(purl.slice('pkg:npm/'.length), notes)), purl);
  assert.ok(readme.includes(row('**all**', NOTES).replaceAll(/ (\d+)/g, ' **$1**')));
  for (const set of LabelledNote.shape.set.options) {
    const ofSet = NOTES.filter((note) => note.set === set);
    assert.ok(readme.includes(row(`of them ${set}`, ofSet)), set);
  }
  assert.ok(readme.includes(`${NOTES.filter(({ why }) => why !== undefined).length} entries have a \`why\``));
});

describe('a labelled note', () => {
  for (const label of ['breaking', 'security'] as const)
    test(`is ${label} exactly if an item and a line are`, () => {
      for (const note of NOTES) {
        const shown = [note.kinds.includes(label), note[`${label}Lines`].length > 0];
        assert.deepEqual(shown, [note[label], note[label]], name(note));
      }
    });

  test('has its kinds and lines once each, in order', () => {
    for (const note of NOTES) {
      assert.deepEqual(note.kinds, kindsInOrder(note.kinds), name(note));
      for (const lines of [note.breakingLines, note.securityLines])
        assert.deepEqual(lines, inOrder(lines), name(note));
    }
  });
});

describe('the text of a labelled note', () => {
  test('has the lines that the label names', () => {
    for (const note of NOTES) {
      const lines = HELD.get(note.notes);
      if (lines === undefined) continue;
      for (const line of [...note.breakingLines, ...note.securityLines])
        assert.match(lines[line] ?? '', /^(?!#).*\w/, `${name(note)}, line ${line}`);
    }
  });

  test('is in data/, but for the few that their authors edit', (t) => {
    // A copy follows other packages, and is right to.
    if (process.env['TIDINGS_TEMPLATE'] !== '1') return t.skip('only the template holds the texts');
    const lost = NOTES.filter(({ notes }) => !HELD.has(notes)).map(name);
    assert.ok(lost.length < NOTES.length / 10, lost.join(', '));
  });
});

function row(title: string, notes: readonly LabelledNote[]): string {
  const breaking = notes.filter((note) => note.breaking).length;
  const security = notes.filter((note) => note.security).length;
  return `| ${title} | ${notes.length} | ${breaking} | ${security} |`;
}

function name(note: LabelledNote): string {
  return `${note.package}@${note.version}`;
}

function byPackageAndVersion(a: LabelledNote, b: LabelledNote): number {
  return compareText(a.package, b.package) || compareText(a.version, b.version);
}

function setOf(hash: string): string {
  return Number.parseInt(hash.charAt('sha256:'.length), 16) % 2 === 0 ? 'tuning' : 'held-out';
}

function kindsInOrder(kinds: LabelledNote['kinds']): LabelledNote['kinds'] {
  return LabelledNote.shape.kinds.element.options.filter((kind) => kinds.includes(kind));
}

function inOrder(lines: readonly number[]): number[] {
  return [...new Set(lines)].toSorted((a, b) => a - b);
}
