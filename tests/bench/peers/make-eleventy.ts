import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes a project of Eleventy out of the input of peers: its own loop, with templates in the quickest of its languages. */
export async function makeEleventy(input: string, folder: string): Promise<void> {
  await mkdir(join(folder, '_data'), { recursive: true });
  const path = (name: string) => JSON.stringify(join(import.meta.dirname, name));
  const common = `import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FORMATS, itemsOf, page } from ${path('templates.ts')};
import { PEER_FEEDS } from ${path('peer-project.ts')};
const { marked } = await import(createRequire(${path('templates.ts')}).resolve('marked'));
const input = ${JSON.stringify(`${input}/`)};
const read = (name) => readFileSync(input + name, 'utf8');
const frame = { head: read('head.html'), foot: read('foot.html') };
const known = new Map();
export const html = ({ path, notes }) => {
  const kept = known.get(path) ?? marked.parse(notes, { async: false });
  known.set(path, kept);
  return kept;
};
export const projects = readdirSync(input).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(read(name)));
export const pages = projects.flatMap(({ page, releases }) => [page, ...releases]);
export const feeds = projects.flatMap(({ page, releases }) =>
  PEER_FEEDS.flatMap((feed) =>
    Object.entries(FORMATS).map(([file, render]) => ({ path: page.path + feed.path + file, render: () => render(page.title, itemsOf(releases, feed), html) })),
  ),
);
export const toPage = (one) => page(frame, one, html(one));
export const index = () => page(frame, { title: 'All', before: '', after: '' }, projects.map(({ page: { path } }) => \`<a href="/\${path}">\${path}</a>\`).join('\\n'));
`;
  const files: Readonly<Record<string, string>> = {
    'package.json': '{ "type": "module", "private": true }',
    'common.mjs': common,
    '_data/all.mjs': "import { feeds, pages } from '../common.mjs';\nexport default { feeds, pages };\n",
    'pages.11ty.mjs': template('all.pages', 'page', "one.path + 'index.html'", 'toPage(one)', 'toPage'),
    'feeds.11ty.mjs': template('all.feeds', 'feed', 'one.path', 'one.render()', ''),
    'index.11ty.mjs':
      "import { index } from './common.mjs';\nexport const data = { permalink: 'index.html' };\nexport const render = () => index();\n",
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
