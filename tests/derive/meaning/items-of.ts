import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';

/** The items of notes as `kind rule: text`. */
export function itemsOf(...lines: string[]): string[] {
  return readMeaning(lines.join('\n')).items.map(({ kind, rule, text }) => `${kind} ${rule}: ${text}`);
}

/** The kind and rule of notes that are a single item of a list. */
export function kindOf(item: string): string {
  const { items } = readMeaning(`- ${item}`);
  return items.map(({ kind, rule }) => `${kind} ${rule}`).join(', ');
}
