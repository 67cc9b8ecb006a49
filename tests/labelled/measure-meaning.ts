import { NOTE_KINDS, type NoteKind } from '../../src/derive/meaning/note-item.ts';
import { readMeaning } from '../../src/derive/meaning/read-meaning.ts';
import { type LabelledNote, readHeldNotes } from './labelled-note.ts';

/** What the rules found in one labelled note, and what a reader had found. */
export interface Reading {
  readonly label: LabelledNote;
  readonly lines: readonly string[];
  readonly found: ReadonlySet<NoteKind>;
}

/** A release that the rules read otherwise than a reader did. */
export interface Miss {
  readonly label: LabelledNote;
  readonly kind: NoteKind;
  /** `false`: a mark that no reader set. */
  readonly isMissing: boolean;
}

export interface Score {
  readonly kind: NoteKind;
  readonly right: number;
  readonly wrong: readonly Miss[];
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Reads every labelled note whose text data/ holds. */
export async function readByRules(labels: readonly LabelledNote[]): Promise<Reading[]> {
  const held = await readHeldNotes(new Set(labels.map((label) => label.package)));
  return labels.flatMap((label) => {
    const lines = held.get(label.notes);
    return lines === undefined ? [] : [{ label, lines, found: kindsFound(lines.join('\n')) }];
  });
}

function kindsFound(notes: string): Set<NoteKind> {
  return new Set(readMeaning(notes).items.map(({ kind }) => kind));
}

/** How well the rules tell one kind, by release. */
export function scoreOf(kind: NoteKind, readings: readonly Reading[]): Score {
  const isOf = ({ label }: Reading) => label.kinds.includes(kind);
  const right = readings.filter((one) => isOf(one) && one.found.has(kind)).length;
  const wrong = readings
    .filter((one) => isOf(one) !== one.found.has(kind))
    .map((one): Miss => ({ label: one.label, kind, isMissing: isOf(one) }));
  const missing = wrong.filter(({ isMissing }) => isMissing).length;
  const precision = right / (right + wrong.length - missing);
  const recall = right / (right + missing);
  return { kind, right, wrong, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** The scores of every kind. */
export function scoresOf(readings: readonly Reading[]): Score[] {
  return NOTE_KINDS.map((kind) => scoreOf(kind, readings));
}
