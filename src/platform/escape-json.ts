import { UNSAFE } from './escape-line.ts';

/** Any value as JSON that is safe to print: what could act on a terminal is written as JSON’s own `\u001b`. */
export function escapeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(UNSAFE, (character) => (character === '\n' ? character : escapeUnits(character)));
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
