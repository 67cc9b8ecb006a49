import { decodeText } from '../../inventory/decode-text.ts';
import { InvalidInventory } from '../../inventory/invalid-inventory.ts';
import { type Inventory, readInventory } from '../../inventory/read-inventory.ts';
import { ConfigError, DiskError } from '../../platform/errors.ts';
import { readBytesIfThere } from '../../platform/files.ts';

/** A file and what it says is in use. */
export interface InventoryFile {
  readonly path: string;
  readonly inventory: Inventory;
}

/**
 * Reads files in whichever formats they are.
 * @throws ConfigError for the first that is not there or cannot be read
 */
export async function readInventories(paths: readonly string[]): Promise<readonly InventoryFile[]> {
  if (paths.length === 0) {
    throw new ConfigError('import: no file is named', { remedy: 'npm run import -- package-lock.json' });
  }
  const files: InventoryFile[] = [];
  for (const path of paths) files.push({ path, inventory: await readFile(path) });
  return files;
}

async function readFile(path: string): Promise<Inventory> {
  try {
    const bytes = await readBytesIfThere(path);
    if (bytes !== undefined) return await readInventory(path, decodeText(path, bytes));
  } catch (error) {
    // A folder that was named, or a file that may not be read: the command line is wrong, not the disk.
    const isTheirs = error instanceof InvalidInventory || error instanceof DiskError;
    if (!isTheirs) throw error;
    throw new ConfigError(error.message, {
      cause: error,
      remedy: error.remedy ?? 'name a file that can be read',
    });
  }
  throw new ConfigError(`there is no file ${path}`, {
    remedy: 'name it from the project folder on, or from the root',
  });
}
