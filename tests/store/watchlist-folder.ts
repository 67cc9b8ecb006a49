import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { aFolder } from '../build-release.ts';

/** A data folder with these files in its folder of watchlists. */
export async function inFolder(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const data = await aFolder(t);
  await mkdir(join(data, 'watchlists'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(data, 'watchlists', name), text);
  return data;
}
