import { diffWordsWithSpace } from 'diff';

/** A piece of a compared text. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const MOST_CHARACTERS = 24_000;
const MOST_WORD_EDITS = 400;
// Two texts with less than this in common are two texts: words that both happen to have would only be confetti.
const LEAST_IN_COMMON = 0.3;

/** Compares two short texts by words. Where that is too much work, or shows nothing, one goes and the other comes as a whole. */
export function diffWords(before: string, after: string): Piece[] {
  const whole: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  const replaced = whole.filter(({ text }) => text !== '');
  if (replaced.length < 2 || before.length + after.length > MOST_CHARACTERS) return apart(replaced);
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORD_EDITS });
  if (parts === undefined) return apart(replaced);
  const pieces = parts.map(
    ({ added, removed, value }): Piece => ({ kind: kindOf(added, removed), text: value }),
  );
  const common = pieces
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  return common < LEAST_IN_COMMON * Math.min(before.length, after.length) ? apart(replaced) : pieces;
}

function kindOf(added: boolean, removed: boolean): Piece['kind'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

// A line that went and one that came stand below one another.
function apart([first, second]: readonly Piece[]): Piece[] {
  if (first === undefined) return [];
  return second === undefined ? [first] : [{ ...first, text: `${first.text}\n` }, second];
}
