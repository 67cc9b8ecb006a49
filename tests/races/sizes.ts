import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of all files below a folder. */
export function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

const OWN_FILES = '/proc/self/fd';

/** Files and sockets that this process has open; 0 where the system does not tell. */
export function openFiles(): number {
  return existsSync(OWN_FILES) ? readdirSync(OWN_FILES).length : 0;
}
