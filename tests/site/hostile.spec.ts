import { expect, type Page, test } from 'playwright/test';
import { dropHidden } from '../../src/core/hidden-characters.ts';
import { releasePath } from '../../src/core/site-path.ts';
import { toHref } from '../../src/core/to-href.ts';
import { buildHostileSite, type HostileSite } from './hostile/build-hostile.ts';
import { fileChecker } from './hostile/check-file.ts';
import { checkPage, textOf } from './hostile/check-page.ts';
import { CONTEXTS } from './hostile/contexts.ts';
import { OWN_VECTORS } from './hostile/own-vectors.ts';
import { visitPages, watch } from './hostile/visit-pages.ts';

// One build for all of them, in one worker.
test.describe.configure({ mode: 'default', timeout: process.env['TIDINGS_VECTORS'] ? 3_600_000 : 600_000 });

let site: HostileSite;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  site = await buildHostileSite();
});
test.afterAll(() => site.close());

/** The address of a page by its file. */
function addressOf(file: string): string {
  return site.url + file.replace(/index\.html$/, '').replaceAll('%', '%25');
}

function releasePage({ watched, release }: HostileSite['drafts'][number]): string {
  return `${releasePath(watched.id ?? '', release.version)}index.html`;
}

/** A text as it can be compared, whatever a page does to what cannot be seen in it. */
function seen(text: string): string {
  return dropHidden(text.toWellFormed().replaceAll(/⟨U\+[\dA-F]+⟩|\p{Cc}|\ufffd/gu, ' ')).replaceAll(
    /\s+/g,
    '',
  );
}

test('data/ takes every vector where it asks for no form, and refuses the others', () => {
  const everywhere = Object.keys(CONTEXTS).filter((name) => !site.refused.has(name));
  expect(everywhere.length).toBeGreaterThanOrEqual(24);
  for (const [name, taken] of site.taken) {
    expect(taken + (site.refused.get(name) ?? 0), name).toBe(site.vectors.length);
  }
  const unlike = [
    'advisory: id',
    'release: commit',
    'tag of a project',
    'id of a project',
    'release: address',
  ];
  for (const name of unlike) expect(site.refused.get(name), name).toBeGreaterThan(site.vectors.length / 2);
  expect(site.said).not.toContain('cannot be searched');
});

test('no page holds what a page of ours never holds, and each has all its parts', async () => {
  const pages = site.paths.filter((path) => path.endsWith('.html'));
  const found: string[] = [];
  for (const path of pages) {
    for (const problem of checkPage(await site.read(path), '/tidings/')) found.push(`${path}: ${problem}`);
  }
  expect(found).toEqual([]);
  expect(pages.length).toBeGreaterThan(4 * site.vectors.length);
});

test('feeds, lists and documents are what their formats and schemas say', async () => {
  const schemas = site.paths.filter((path) => path.startsWith('api/schemas/'));
  const check = fileChecker(await Promise.all(schemas.map(site.read)));
  const found: string[] = [];
  for (const path of site.paths.filter((one) => /\.(?:xml|json|opml|svg|txt)$/.test(one))) {
    for (const problem of check(path, await site.read(path))) found.push(`${path}: ${problem}`);
  }
  expect(found).toEqual([]);
  expect(schemas.length).toBeGreaterThan(5);
});

test('what is hostile is shown, as text', async () => {
  const missing: string[] = [];
  for (const [number, draft] of site.drafts.entries()) {
    const text = seen(textOf(await site.read(releasePage(draft))));
    const { release, asset, watched } = draft;
    const said = {
      title: release.title,
      author: release.author,
      file: asset.name,
      yanked: release.yanked,
      name: watched.name,
    };
    for (const [field, value = ''] of Object.entries(said)) {
      if (!text.includes(seen(value))) missing.push(`${field}: ${JSON.stringify(site.vectors[number])}`);
    }
  }
  expect(missing).toEqual([]);
});

test('no page in a browser runs, asks, frames or breaks anything', async ({ context }) => {
  const general = site.paths.filter((path) => /^(?!projects\/p|docs\/).*index\.html$/.test(path));
  const projects = site.drafts
    .filter((_, number) => number % 8 === 0)
    .map(({ watched }) => `projects/${watched.id}/index.html`);
  const pages = [...general, ...projects, ...site.drafts.map(releasePage)];
  expect(await visitPages(context, pages.map(addressOf))).toEqual([]);
});

/** A page of the site that is watched: what it does wrong goes to the list. */
async function openTool(page: Page, path: string, found: string[]): Promise<void> {
  await watch(page.context(), new URL(site.url).origin, found);
  await page.goto(toHref(site.url, path));
}

test('the search bears whatever is typed', async ({ page }) => {
  const found: string[] = [];
  await openTool(page, 'search/', found);
  await expect(page.locator('[data-search][data-ready]')).toBeVisible();
  for (const [number, vector] of OWN_VECTORS.entries()) {
    // As fast as a script types; some of them are waited for.
    await page.locator('#query').fill(vector.replaceAll(/[\r\n]/g, ' '));
    if (number % 15 === 0) await expect(page.getByRole('status')).toHaveText(/^(?:Found|Nothing|$)/);
  }
  await page.locator('#query').fill('script onerror');
  await expect(page.getByRole('status')).toHaveText(/^(?:Found|Nothing)/);
  await expect(
    page.locator('.found').locator('script, img, svg, iframe, style, form, [onerror]'),
  ).toHaveCount(0);
  expect(await page.evaluate('"__pwned" in window')).toBe(false);
  expect(found).toEqual([]);
});

test('the planner bears whatever is dropped', async ({ page }) => {
  const found: string[] = [];
  await openTool(page, 'upgrade/', found);
  await expect(page.locator('[data-planner][data-ready]')).toBeVisible();
  const packages = site.vectors.map((vector) => [`node_modules/${vector}`, { version: vector }]);
  const lock = JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries(packages) });
  const lines = site.vectors.map((vector) => `${vector}==1.0`).join('\n');
  const files = [
    ['package-lock.json', lock],
    ['requirements.txt', lines],
    ...OWN_VECTORS.map((vector) => ['Gemfile.lock', vector]),
  ];
  const given = files.map(([name = '', text = '']) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  }));
  await page.setInputFiles('#files', given);
  await expect(page.getByRole('status')).not.toHaveText(/^(?:|Reading …)$/);
  await expect(page.locator('#plan').locator('script, img, svg, iframe, style, form, [onerror]')).toHaveCount(
    0,
  );
  expect(await page.evaluate('"__pwned" in window || "polluted" in {}')).toBe(false);
  expect(found).toEqual([]);
});
