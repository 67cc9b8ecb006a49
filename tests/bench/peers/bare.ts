import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { readInput } from './read-input.ts';
import { FORMATS, fileOf, page } from './templates.ts';

// The least that a build can do: renders notes without cleaning them, and puts the same pages and feeds together.

const [input = '', target = ''] = process.argv.slice(2);
const read = (name: string) => readFileSync(join(input, name), 'utf8');
const frame = { head: read('head.html'), foot: read('foot.html') };
const { pages, feeds, releases } = readInput(input);

const rendered = new Map<string, string>();
for (const one of releases.values()) {
  const html = marked.parse(one.notes, { async: false });
  rendered.set(one.path, html);
  write(fileOf(one.path), page(frame, one, html));
}
for (const one of pages) write(fileOf(one.path), page(frame, one, marked.parse(one.notes, { async: false })));
for (const feed of feeds) {
  for (const [file, render] of Object.entries(FORMATS)) {
    write(
      feed.path + file,
      render(feed, releases, ({ path }) => rendered.get(path) ?? ''),
    );
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
