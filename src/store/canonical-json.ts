/**
 * The one way that data/ is written: two spaces, LF, a final newline, keys in the order of the value (schemas put them
 * right), absent keys left out. Arrays of plain text are one line an item; an object inside an `assets` array is one line.
 */
export function serialize(value: unknown): string {
  return `${write(value, '')}\n`;
}

function write(value: unknown, indent: string, compact = false): string {
  if (Array.isArray(value)) return writeArray(value, indent, compact);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return '{}';
  if (compact)
    return `{ ${fields.map(([key, field]) => `${JSON.stringify(key)}: ${write(field, '', true)}`).join(', ')} }`;
  const deeper = `${indent}  `;
  const lines = fields.map(
    ([key, field]) => `${deeper}${JSON.stringify(key)}: ${write(field, deeper, key === 'assets')}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function writeArray(items: readonly unknown[], indent: string, compact: boolean): string {
  if (items.length === 0) return '[]';
  const deeper = `${indent}  `;
  return `[\n${items.map((item) => `${deeper}${write(item, deeper, compact)}`).join(',\n')}\n${indent}]`;
}
