import { diffArrays } from 'diff';
import { showHidden } from '../core/show-hidden.ts';
import { diffWords, type Piece } from './word-diff.ts';

/** What an edit changed, with a little of what stands around it. */
export interface NotesDiff {
  /** Places apart from one another, each as text in order. */
  readonly hunks: readonly (readonly Piece[])[];
  /** Lines that came and went, in all of the text. */
  readonly added: number;
  readonly removed: number;
  /** More was changed than is shown. */
  readonly isCut: boolean;
}

const MOST_SHOWN = 6_000;
// Work grows with length times difference. Beyond this, all of one text is taken to have gone and all of the other to have come.
const MOST_LINES = 8_000;
const MOST_LINE_EDITS = 800;

/** Compares two texts by lines, and what differs by words. What is shown is bounded, and so is the work. */
export function diffNotes(before: readonly string[], after: readonly string[]): NotesDiff {
  const blocks = blocksOf(before.map(showHidden), after.map(showHidden));
  const hunks: Piece[][] = [];
  let room = MOST_SHOWN;
  let isCut = false;
  let [added, removed] = [0, 0];
  for (const [index, block] of blocks.entries()) {
    if (block.isSame) continue;
    added += block.after.length;
    removed += block.before.length;
    const changed = fit(diffWords(block.before.join('\n'), block.after.join('\n')), room);
    room -= lengthOf(changed.pieces);
    isCut ||= changed.isCut;
    if (changed.pieces.length === 0) continue;
    const lead = contextOf(blocks[index - 1]?.after.slice(-CONTEXT));
    const tail = contextOf(blocks[index + 1]?.after.slice(0, CONTEXT));
    hunks.push([...lead.map(endLine), ...changed.pieces, ...tail.map(beginLine)]);
  }
  return { hunks, added, removed, isCut };
}

interface Block {
  readonly isSame: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function blocksOf(before: readonly string[], after: readonly string[]): Block[] {
  const whole = { isSame: false, before, after };
  if (before.length + after.length > MOST_LINES) return [whole];
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_LINE_EDITS });
  if (parts === undefined) return [whole];
  const blocks: Block[] = [];
  for (const { added, removed, value } of parts) {
    const isSame = !added && !removed;
    const block = { isSame, before: added ? [] : value, after: removed ? [] : value };
    const last = blocks.at(-1);
    if (isSame || last === undefined || last.isSame) blocks.push(block);
    else {
      blocks[blocks.length - 1] = {
        isSame,
        before: [...last.before, ...block.before],
        after: [...last.after, ...block.after],
      };
    }
  }
  return blocks;
}

const CONTEXT = 2;
const MOST_OF_A_LINE = 200;

function contextOf(lines: readonly string[] = []): Piece[] {
  return lines.map((line) => {
    const text = line.length > MOST_OF_A_LINE ? `${line.slice(0, MOST_OF_A_LINE).toWellFormed()}…` : line;
    return { kind: 'same', text };
  });
}

const endLine = ({ kind, text }: Piece): Piece => ({ kind, text: `${text}\n` });
const beginLine = ({ kind, text }: Piece): Piece => ({ kind, text: `\n${text}` });

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function fit(pieces: readonly Piece[], room: number): { pieces: Piece[]; isCut: boolean } {
  const fitting: Piece[] = [];
  let left = room;
  for (const { kind, text } of pieces) {
    if (text.length > left) {
      if (left > 0) fitting.push({ kind, text: `${text.slice(0, left).toWellFormed()}…` });
      return { pieces: fitting, isCut: true };
    }
    fitting.push({ kind, text });
    left -= text.length;
  }
  return { pieces: fitting, isCut: false };
}
