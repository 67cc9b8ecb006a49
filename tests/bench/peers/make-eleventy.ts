import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes a project of Eleventy out of the input of peers: its own loop, with templates in the quickest of its languages. */
export async function makeEleventy(input: string, folder: string): Promise<void> {
  await mkdir(join(folder, '_data'), { recursive: true });
  const path = (name: string) => JSON.stringify(join(import.meta.dirname, name));
  const common = `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FORMATS, fileOf, page } from ${path('templates.ts')};
import { readInput } from ${path('read-input.ts')};
const { marked } = await import(createRequire(${path('templates.ts')}).resolve('marked'));
const input = ${JSON.stringify(`${input}/`)};
const read = (name) => readFileSync(input + name, 'utf8');
const frame = { head: read('head.html'), foot: read('foot.html') };
const site = readInput(input);
const known = new Map();
const html = ({ path, notes }) => {
  const kept = known.get(path) ?? marked.parse(notes, { async: false });
  known.set(path, kept);
  return kept;
};
export const pages = [...site.pages, ...site.releases.values()];
export const feeds = site.feeds.flatMap((feed) =>
  Object.entries(FORMATS).map(([file, render]) => ({ path: feed.path + file, render: () => render(feed, site.releases, html) })),
);
export const toPage = (one) => page(frame, one, html(one));
export { fileOf };
`;
  const files: Readonly<Record<string, string>> = {
    'package.json': '{ "type": "module", "private": true }',
    'common.mjs': common,
    '_data/all.mjs': "import { feeds, pages } from '../common.mjs';\nexport default { feeds, pages };\n",
    'pages.11ty.mjs': template('all.pages', 'page', 'fileOf(one.path)', 'toPage(one)', 'fileOf, toPage'),
    'feeds.11ty.mjs': template('all.feeds', 'feed', 'one.path', 'one.render()', ''),
    'eleventy.config.mjs':
      "export default (config) => { config.setQuietMode(true); config.ignores.add('node_modules'); return { dir: { input: '.', output: 'out' }, templateFormats: ['11ty.mjs', '11ty.js'] }; };\n",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

function template(data: string, alias: string, path: string, body: string, taken: string): string {
  const imported = taken === '' ? '' : `import { ${taken} } from './common.mjs';\n`;
  return `${imported}export const data = {
  pagination: { data: '${data}', size: 1, alias: '${alias}' },
  permalink: ({ ${alias}: one }) => ${path},
};
export const render = ({ ${alias}: one }) => ${body};
`;
}
