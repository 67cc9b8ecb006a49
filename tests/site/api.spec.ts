import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isShapeId, SHAPES } from '../../src/api/shapes.ts';
import { listFiles } from '../../src/platform/files.ts';
import { readOpenMetrics } from '../api/read-open-metrics.ts';
import { SITE } from './built-site.ts';
import { expect, open, test } from './guarded-test.ts';

function read(path: string): Promise<string> {
  return readFile(join(SITE.dist, path), 'utf8');
}

async function documents(): Promise<[path: string, text: string][]> {
  const paths = (await listFiles(SITE.dist)).filter(
    (path) => /^api\/v1\/.+\.json$/.test(path) && !path.startsWith('api/v1/upgrade/'),
  );
  return Promise.all(paths.map(async (path) => [path, await read(path)]));
}

test('every document of the API is what its shape says', async () => {
  const found = await documents();
  expect(found.length).toBeGreaterThan(15);
  for (const [path, text] of found) {
    const document = JSON.parse(text);
    const name = /\/api\/schemas\/v1\/(.+)\.json$/.exec(document.$schema)?.[1] ?? '';
    if (!isShapeId(name)) throw new Error(`${path} has no shape`);
    expect(SHAPES[name].parse(document), path).toEqual(document);
    expect(document.site).toBe(SITE.url);
  }
});

test('every address in the API leads to a page or a document of the site', async ({ request }) => {
  const addresses = new Set<string>();
  for (const [, text] of await documents()) {
    const { $schema } = JSON.parse(text);
    addresses.add($schema);
    for (const [, key, address] of text.matchAll(/"(page|document|older|feed)":("(?:[^"\\]|\\.)*")/g)) {
      expect(key).toBeTruthy();
      addresses.add(new URL(JSON.parse(address ?? ''), SITE.url).href);
    }
  }
  expect(addresses.size).toBeGreaterThan(50);
  const broken: string[] = [];
  for (const address of addresses) {
    const url = new URL(address);
    const reply = await request.get(url.href.replace(url.hash, ''));
    const isThere = url.hash === '' || (await reply.text()).includes(` id="${url.hash.slice(1)}"`);
    if (reply.status() !== 200 || !isThere) broken.push(address);
  }
  expect(broken).toEqual([]);
});

test('the metrics can be read', async () => {
  const families = readOpenMetrics(await read('metrics.txt'));
  expect(families.get('tidings_packages_failing')?.samples.length).toBeGreaterThan(1);
});

test('a script reads the latest version in one line', async () => {
  expect(await read('api/v1/latest/alpha.txt')).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('the page of the API shows an example of real data, and the fields', async ({ page }) => {
  await open(page, 'api/');
  const project = page.getByRole('region', { name: '/api/v1/projects/{id}.json' });
  await project.getByText(/^As in/).click();
  await expect(project.getByText('"$schema":')).toBeVisible();
  await project.getByText('Fields').click();
  await expect(project.getByText('standing.latest.version')).toBeVisible();
});
