import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderPages } from '../../src/outputs/render-pages.ts';
import { listFiles } from '../../src/platform/files.ts';
import { aFolder } from '../build-release.ts';

const url = 'https://team.example/below/';

test('pages are asked for by their addresses, and lie where hosts look for them', async (t) => {
  const folder = await aFolder(t);
  const paths = ['/', '/404', '/gap', '/projects/a', '/tags/größe 1'].map((pathname) => ({
    pathname,
    route: pathname,
  }));
  const render = async (request: Request, route: string) => new Response(`${route} at ${request.url}`);
  const pages = { paths: async () => paths, routeOf: (pathname: string) => pathname, render };
  await renderPages(pages, { folder, url, base: '/below/' }, ['/gap']);
  const files = await listFiles(folder);
  const texts = await Promise.all(files.map((path) => readFile(join(folder, path), 'utf8')));
  assert.deepEqual(Object.fromEntries(files.map((path, index) => [path, texts[index]])), {
    '404.html': `/404 at ${url}404/`,
    'index.html': `/ at ${url}`,
    'projects/a/index.html': `/projects/a at ${url}projects/a/`,
    'tags/größe 1/index.html': `/tags/größe 1 at ${url}tags/gr%C3%B6%C3%9Fe%201/`,
  });
});
