import { join } from 'node:path';
import { writeFileNow } from '../platform/files.ts';

/** Writes one file of the site. Built files are disposable: no fsync, no comparison. */
export function writeOutput(folder: string, path: string, content: string | Uint8Array): void {
  writeFileNow(join(folder, path), content);
}
