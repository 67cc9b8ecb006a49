import { putInto } from './kept/put-file.ts';

/** Writes one file of the site. Built files are disposable: no fsync, no comparison. */
export function writeOutput(folder: string, path: string, content: string | Uint8Array): void {
  putInto(folder).write(path, content);
}
