export { machine } from '../../src/platform/machine.ts';

/** Prints a table for people: the first column is text, the others stand right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join('  '),
  );
  process.stdout.write(`\n${title}\n${lines.map((line) => line.trimEnd()).join('\n')}\n`);
}

function pad(cell: string, width: number, isRight: boolean): string {
  return isRight ? cell.padStart(width) : cell.padEnd(width);
}

/** `1.24`, or `12.4` where more would be noise. */
export function figure(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

/** `0.62 (0.58–0.71)`: the median of a series, its lowest and its highest. */
export function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${figure(median(values))} (${figure(sorted[0] ?? 0)}–${figure(sorted.at(-1) ?? 0)})`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
