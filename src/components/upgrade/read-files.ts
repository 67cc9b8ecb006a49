import { decodeText } from '../../inventory/decode-text.ts';
import { InvalidInventory } from '../../inventory/invalid-inventory.ts';
import { readInventory } from '../../inventory/read-inventory.ts';
import type { Skipped, Used } from '../../inventory/used.ts';

/** What several files say is in use, and what is wrong with those that say nothing. */
export interface ReadFiles {
  readonly used: readonly Used[];
  readonly skipped: readonly Skipped[];
  /** The formats of those that were read: `npm: package-lock.json 1, 2 and 3`. */
  readonly formats: readonly string[];
  readonly problems: readonly string[];
}

/** Reads files here in the browser. Nothing of them goes anywhere. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const used: Used[] = [];
  const skipped: Skipped[] = [];
  const formats = new Set<string>();
  const problems: string[] = [];
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const inventory = await readInventory(file.name, decodeText(file.name, bytes));
      for (const one of inventory.used) used.push(one);
      for (const one of inventory.skipped) skipped.push(one);
      formats.add(inventory.format.title);
    } catch (error) {
      if (!(error instanceof InvalidInventory)) throw error;
      problems.push(`${error.message}. ${error.remedy}.`);
    }
  }
  return { used, skipped, formats: [...formats], problems };
}

/** Loads the parsers that are apart before a file comes, so that nothing is asked of the network afterwards. */
export async function warmParsers(): Promise<void> {
  await Promise.all([
    import('../../inventory/parse/toml.ts'),
    import('../../inventory/parse/xml.ts'),
    import('../../inventory/parse/yaml.ts'),
  ]);
}
