/** The room for a text. */
export interface Room {
  readonly width: number;
  readonly lines: number;
  /** How wide a text would be. */
  readonly widthOf: (text: string) => number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in lines that fit: broken at spaces, a long word where it is joined, else anywhere. What has no room is told by `…`. */
export function breakLines(text: string, { width, lines: most, widthOf }: Room): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    const line = isLast ? cutEnd(rest, width, widthOf) : firstLine(rest, width, widthOf);
    lines.push(line.trimEnd());
    rest = isLast ? '' : rest.slice(line.length).trimStart();
  }
  return lines;
}

function firstLine(text: string, width: number, widthOf: Room['widthOf']): string {
  const fitting = longestThatFits(text, (part) => widthOf(part) <= width);
  if (fitting === text || text[fitting.length] === ' ') return fitting;
  const [upToSpace] = /^.* /.exec(fitting) ?? [];
  const [upToJoint] = /^.+[/_.@:+-]/.exec(fitting) ?? [];
  return upToSpace ?? upToJoint ?? fitting;
}

function cutEnd(text: string, width: number, widthOf: Room['widthOf']): string {
  if (widthOf(text) <= width) return text;
  const fitting = longestThatFits(text, (part) => widthOf(`${part.trimEnd()}…`) <= width);
  // Half a word says nothing, unless it is a long one.
  const words = text[fitting.length] === ' ' ? fitting : fitting.replace(/ [^ ]{1,12}$/, '');
  return `${words.replace(/[\s…,;:]+$/, '')}…`;
}

/** At least one character, so that every line takes something. */
function longestThatFits(text: string, fits: (part: string) => boolean): string {
  const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, ends[middle]))) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, ends[low]);
}
