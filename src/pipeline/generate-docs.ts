import { join } from 'node:path';
import { INVENTORY_FORMATS } from '../inventory/formats.ts';
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts';
import { SOURCES } from '../sources/sources.ts';
import { BY_TYPE, SCHEMES } from '../versions/schemes.ts';
import { COMMANDS } from './commands.ts';
import { commandsPage } from './docs/commands-page.ts';
import { schemesPage } from './docs/schemes-page.ts';
import { sourcesPage } from './docs/sources-page.ts';
import { watchlistSchema } from './docs/watchlist-schema.ts';
import { whatYouUsePage } from './docs/what-you-use-page.ts';

/** Every generated file: its path from the project folder, and its text. */
export function generateDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/commands.md', commandsPage(Object.values(COMMANDS))],
    ['docs/schemes.md', schemesPage(SCHEMES, BY_TYPE)],
    ['docs/sources.md', sourcesPage(SOURCES)],
    ['docs/what-you-use.md', whatYouUsePage(INVENTORY_FORMATS)],
    ['public/schemas/watchlist.json', watchlistSchema()],
  ]);
}

/** The generated files that are not as they would be generated now. */
export async function staleDocs(root: string): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [path, text] of generateDocs()) {
    if ((await readFileIfThere(join(root, path))) !== text) stale.push(path);
  }
  return stale;
}

/** Writes the generated files. Returns the paths of those that changed. */
export async function writeDocs(root: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [path, text] of generateDocs()) {
    if (await writeFileAtomic(join(root, path), text)) written.push(path);
  }
  return written;
}
