/**
 * How many slips (a letter too many, too few, another one, or two in the wrong order) lead from a word to the beginning of a
 * text, which may still be typed: 0 for `axi` and `axios`. Optimal string alignment, in rows of which only those within `most`
 * are looked at; gives `most + 1` for more.
 */
export function editDistance(word: string, text: string, most: number): number {
  const width = Math.min(text.length, word.length + most);
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, column) => column);
  for (let line = 1; line <= word.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= width; column += 1) {
      const isSame = word[line - 1] === text[column - 1];
      const changed = (row[column - 1] ?? 0) + Number(!isSame);
      const isSwapped = word[line - 1] === text[column - 2] && word[line - 2] === text[column - 1];
      const swapped = line > 1 && column > 1 && isSwapped ? (before[column - 2] ?? 0) + 1 : changed;
      next.push(Math.min(changed, swapped, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(...row);
}
