/** Where lines are not as they must be: the number of the line, and what should be and is there. */
export interface LineDifference {
  readonly line: number;
  readonly problem: string;
  readonly expected?: string | undefined;
  readonly there?: string | undefined;
}

/** The differences between the lines that must be there and those that are. A moved line is told as such. */
export function compareLines(expected: readonly string[], there: readonly string[]): LineDifference[] {
  const missing = without(expected, there);
  const strange = without(there, expected);
  const differences: LineDifference[] = [];
  for (const [index, text] of missing) {
    const instead = strange.get(index);
    strange.delete(index);
    const problem = instead === undefined ? 'a line is missing' : 'a line is not as it must be';
    differences.push({ line: index + 1, problem, expected: text, there: instead });
  }
  for (const [index, text] of strange) {
    differences.push({ line: index + 1, problem: 'nothing tells of this line', there: text });
  }
  return differences.length > 0 ? differences : compareOrder(expected, there);
}

/** What is more often in `lines` than in `others`, by index. */
function without(lines: readonly string[], others: readonly string[]): Map<number, string> {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  const rest = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    const count = left.get(line) ?? 0;
    if (count === 0) rest.set(index, line);
    else left.set(line, count - 1);
  }
  return rest;
}

function compareOrder(expected: readonly string[], there: readonly string[]): LineDifference[] {
  const index = expected.findIndex((line, place) => there[place] !== line);
  if (index < 0) return [];
  const problem = 'a line stands out of order';
  return [{ line: index + 1, problem, expected: expected[index], there: there[index] }];
}
