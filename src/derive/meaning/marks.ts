import type { NoteKind } from './note-item.ts';
import type { NotesMeaning } from './read-meaning.ts';
import type { RuleId } from './rules.ts';

/** Why a release is marked: the rule, and the words of the notes that it went by. */
export interface Mark {
  readonly rule: RuleId;
  readonly quote: string;
}

export interface Marks {
  readonly breaking: Mark | undefined;
  readonly security: Mark | undefined;
}

/** What the notes alone mark a release with. How far its version goes is told elsewhere. */
export function marksOf(meaning: NotesMeaning): Marks {
  return { breaking: markOf(meaning, 'breaking'), security: markOf(meaning, 'security') };
}

function markOf({ items }: NotesMeaning, kind: NoteKind): Mark | undefined {
  const item = items.find((one) => one.kind === kind);
  return item && { rule: item.rule, quote: item.text };
}
