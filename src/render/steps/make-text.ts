import type { Text } from 'hast';

/** A piece of text. */
export function makeText(value: string): Text {
  return { type: 'text', value };
}
