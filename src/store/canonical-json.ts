/**
 * The one way that data/ is written: two spaces, LF, a final newline, keys in the order of the value (schemas put them
 * right), absent keys left out. Arrays of plain text are one line an item; a file of a release and an event of an advisory are one line.
 */
export function serialize(value: unknown): string {
  return `${write(value, '\n', false)}\n`;
}

const COMPACT = new Set(['assets', 'events']);

/** @param newline a line break and the indentation of the line that the value begins on */
function write(value: unknown, newline: string, compact: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return writeArray(value, newline, compact);
  return compact ? writeLine(value) : writeObject(value, newline);
}

function writeArray(items: readonly unknown[], newline: string, compact: boolean): string {
  if (items.length === 0) return '[]';
  const deeper = `${newline}  `;
  let text = '[';
  for (const [index, item] of items.entries())
    text += (index === 0 ? '' : ',') + deeper + write(item, deeper, compact);
  return `${text}${newline}]`;
}

function writeObject(value: object, newline: string): string {
  const deeper = `${newline}  `;
  let text = '';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    text += `${text === '' ? '' : ','}${deeper}${JSON.stringify(key)}: ${write(field, deeper, COMPACT.has(key))}`;
  }
  return text === '' ? '{}' : `{${text}${newline}}`;
}

function writeLine(value: object): string {
  let text = '';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    text += `${text === '' ? '' : ', '}${JSON.stringify(key)}: ${write(field, '', true)}`;
  }
  return text === '' ? '{}' : `{ ${text} }`;
}
