import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { z } from 'zod';
import { listFiles } from '../../src/platform/files.ts';

// The least that a build can do: reads the releases, renders their notes without cleaning them, and writes files of the same
// names and sizes as those of a built site.

const [data = '', dist = '', target = ''] = process.argv.slice(2);
const Stored = z.object({ releases: z.array(z.object({ notes: z.array(z.string()).default([]) })) });

const pages: string[] = [];
for (const path of await listFiles(join(data, 'releases'))) {
  const { releases } = Stored.parse(JSON.parse(readFileSync(join(data, 'releases', path), 'utf8')));
  for (const { notes } of releases) pages.push(marked.parse(notes.join('\n'), { async: false }));
}
for (const [index, path] of (await listFiles(dist)).entries()) {
  const { size } = statSync(join(dist, path));
  const page = pages[index % pages.length] ?? '';
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), page.padEnd(size).slice(0, size));
}
