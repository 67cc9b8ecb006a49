import { join } from 'node:path';
import { INVENTORY_FORMATS } from '../inventory/formats.ts';
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts';
import { VARIABLES } from '../platform/variables.ts';
import { SOURCES } from '../sources/sources.ts';
import { BY_TYPE, SCHEMES } from '../versions/schemes.ts';
import { COMMANDS } from './commands.ts';
import { withApiEndpoints } from './docs/api-endpoints.ts';
import { commandsPage } from './docs/commands-page.ts';
import { configurationPage } from './docs/configuration-page.ts';
import { withMeaningRules } from './docs/meaning-rules.ts';
import { schemesPage } from './docs/schemes-page.ts';
import { sourcesPage } from './docs/sources-page.ts';
import { watchlistSchema } from './docs/watchlist-schema.ts';
import { whatYouUsePage } from './docs/what-you-use-page.ts';

/** Every generated file: its path from the project folder, and its text. */
export function generateDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/commands.md', commandsPage(Object.values(COMMANDS))],
    ['docs/configuration.md', configurationPage(VARIABLES)],
    ['docs/schemes.md', schemesPage(SCHEMES, BY_TYPE)],
    ['docs/sources.md', sourcesPage(SOURCES)],
    ['docs/what-you-use.md', whatYouUsePage(INVENTORY_FORMATS)],
    ['public/schemas/watchlist.json', watchlistSchema()],
  ]);
}

/** Pages that people write, and of which a part is generated. */
const PARTS: ReadonlyMap<string, (page: string) => string | undefined> = new Map([
  ['docs/api.md', withApiEndpoints],
  ['docs/meaning.md', withMeaningRules],
]);

/** Every generated file, and every page with its generated part, as they should be. A page that lost its place for it stays as it is. */
async function wanted(root: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(generateDocs());
  for (const [path, withPart] of PARTS) {
    const page = await readFileIfThere(join(root, path));
    const text = page === undefined ? undefined : withPart(page);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** The generated files that are not as they would be generated now. */
export async function staleDocs(root: string): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [path, text] of await wanted(root)) {
    if ((await readFileIfThere(join(root, path))) !== text) stale.push(path);
  }
  return stale;
}

/** Writes the generated files. Returns the paths of those that changed. */
export async function writeDocs(root: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [path, text] of await wanted(root)) {
    if (await writeFileAtomic(join(root, path), text)) written.push(path);
  }
  return written;
}
