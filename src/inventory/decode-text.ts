import { InvalidInventory } from './invalid-inventory.ts';

/**
 * The text of a file: UTF-8, or UTF-16 that says so by its first bytes, as PowerShell writes it.
 * @throws InvalidInventory for any other encoding
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = UTF_16.find(([high, low]) => first === high && second === low)?.[2] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InvalidInventory(name, `not a text in ${encoding}`, ENCODING_REMEDY, error);
  }
}

const UTF_16: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** What to do about a file in a wrong encoding. */
export const ENCODING_REMEDY = 'save the file as UTF-8';
