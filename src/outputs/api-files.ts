import { apiFiles } from '../api/api-files.ts';
import type { Target } from '../outputs.ts';
import { meaningOf, type Site } from '../site.ts';
import { writeOutput } from './write-output.ts';

/** What was written. */
export interface Written {
  readonly files: number;
  readonly bytes: number;
}

/** Writes the API. */
export async function writeApi(site: Site, { folder, url }: Target): Promise<Written> {
  let [files, bytes] = [0, 0];
  for (const { path, text } of apiFiles(site, url, meaningOf)) {
    await writeOutput(folder, path, text);
    files += 1;
    bytes += Buffer.byteLength(text);
  }
  return { files, bytes };
}
