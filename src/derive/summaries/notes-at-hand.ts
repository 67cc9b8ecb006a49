import { type NoteBlock, noteBlocks } from './note-blocks.ts';
import { readableNotes } from './readable-notes.ts';
import { squeeze } from './squeeze.ts';

/** Notes as the rules need them. */
export interface NotesAtHand {
  readonly blocks: readonly NoteBlock[];
  /** As they are stored, squeezed. */
  readonly raw: string;
  /** Texts of ours of which no long piece may come back, squeezed and in lower case. */
  readonly secrets: readonly string[];
}

export function notesAtHand(notes: string, secrets: readonly string[]): NotesAtHand {
  return {
    blocks: noteBlocks(readableNotes(notes)),
    raw: squeeze(notes),
    secrets: secrets.map((secret) => squeeze(secret).toLowerCase()),
  };
}
