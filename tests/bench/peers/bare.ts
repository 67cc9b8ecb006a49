import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { listFiles } from '../../../src/platform/files.ts';
import { PEER_FEEDS, type PeerProject, type PeerRelease } from './peer-project.ts';
import { FORMATS, itemsOf, page } from './templates.ts';

// The least that a build can do: renders notes without cleaning them, and puts the same pages and feeds together.

const [input = '', target = ''] = process.argv.slice(2);
const read = (name: string) => readFileSync(join(input, name), 'utf8');
const frame = { head: read('head.html'), foot: read('foot.html') };

const paths: string[] = [];
for (const name of await listFiles(input)) {
  if (!name.endsWith('.json')) continue;
  const project: PeerProject = JSON.parse(read(name));
  const rendered = new Map(
    project.releases.map((one) => [one.path, marked.parse(one.notes, { async: false })]),
  );
  const html = ({ path }: PeerRelease) => rendered.get(path) ?? '';
  write(
    `${project.page.path}index.html`,
    page(frame, project.page, marked.parse(project.page.notes, { async: false })),
  );
  for (const one of project.releases) write(`${one.path}index.html`, page(frame, one, html(one)));
  for (const feed of PEER_FEEDS) {
    const items = itemsOf(project.releases, feed);
    for (const [file, render] of Object.entries(FORMATS)) {
      write(project.page.path + feed.path + file, render(project.page.title, items, html));
    }
  }
  paths.push(project.page.path);
}
write(
  'index.html',
  page(
    frame,
    { title: 'All', before: '', after: '' },
    paths.map((path) => `<a href="/${path}">${path}</a>`).join('\n'),
  ),
);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
