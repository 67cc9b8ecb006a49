import { checkLength } from './check-length.ts';
import { ENCODING_REMEDY } from './decode-text.ts';
import { INVENTORY_FORMATS } from './formats.ts';
import { InvalidInventory } from './invalid-inventory.ts';
import { baseName, type InventoryFormat, isNamed } from './inventory-format.ts';
import { remedyForManifest } from './manifests.ts';
import type { Reading } from './used.ts';

/** What a file says is in use. */
export interface Inventory extends Reading {
  readonly format: InventoryFormat;
}

const LONGEST = 32_000_000;

/**
 * Reads a lock file, manifest, bill of materials or list in whichever format it is.
 * @throws InvalidInventory naming the file, the problem and the remedy; nothing else
 */
export async function readInventory(name: string, written: string): Promise<Inventory> {
  try {
    const text = written.replace(/^\u{feff}/u, '');
    checkText(text);
    const format = formatOf(name, text);
    if (format === undefined) throw unknown(name);
    return { format, ...(await format.read(text)) };
  } catch (error) {
    if (!(error instanceof InvalidInventory)) throw error;
    throw new InvalidInventory(name, error.problem, error.remedy, error.cause);
  }
}

/** By name and content, then by content alone, then by name alone: its reader says best what is wrong with it. */
export function formatOf(name: string, text: string): InventoryFormat | undefined {
  const named = INVENTORY_FORMATS.filter((format) => isNamed(name, format));
  return (
    named.find((format) => format.looksLike(text)) ??
    INVENTORY_FORMATS.find((format) => format.looksLike(text)) ??
    named[0]
  );
}

function checkText(text: string): void {
  checkLength(text, LONGEST);
  if (text.trim() === '') throw new InvalidInventory('', 'empty', 'give a file that holds something');
  if (text.includes('\0')) throw new InvalidInventory('', 'no text, or one in UTF-16', ENCODING_REMEDY);
  if (/^<{7} [^\n]*\n/m.test(text) && /^>{7} /m.test(text)) {
    throw new InvalidInventory(
      '',
      'marks of a merge that was not finished',
      'merge it, then have the tool write it again',
    );
  }
}

function unknown(name: string): InvalidInventory {
  const remedy = remedyForManifest(baseName(name));
  if (remedy !== undefined) return new InvalidInventory('', 'a manifest without the versions in use', remedy);
  const known = INVENTORY_FORMATS.map(({ title }) => title).join('; ');
  return new InvalidInventory('', 'in no format that is known', `give one of these: ${known}`);
}
