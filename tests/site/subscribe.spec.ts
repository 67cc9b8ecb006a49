import { readFile } from 'node:fs/promises';
import { parseOpml } from 'feedsmith';
import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const ADDRESSES = '#addresses';

async function tick(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
}

test.describe('the page of subscriptions', () => {
  test('has the addresses of what is ticked, in the filter and the format that were chosen', async ({
    page,
  }) => {
    await open(page, PAGES.subscribe);
    const status = page.getByRole('status');
    await expect(status).toHaveText('Nothing is ticked yet.');
    await expect(page.locator(ADDRESSES)).toBeHidden();
    await tick(page, 'Alpha', 'infra');
    await expect(status).toHaveText('2 feeds of releases.');
    const lines = (file: string) => ['tags/infra/', 'projects/alpha/'].map((path) => SITE.url + path + file);
    await expect(page.locator(ADDRESSES)).toHaveValue(lines('atom.xml').join('\n'));
    await page.getByRole('radio', { name: /^Security/ }).check();
    await page.getByRole('radio', { name: 'JSON' }).check();
    await expect(status).toHaveText('2 feeds of security releases.');
    await expect(page.locator(ADDRESSES)).toHaveValue(lines('security/feed.json').join('\n'));
    await expect(page.getByRole('link', { name: 'Alpha: security releases' })).toHaveAttribute(
      'href',
      `feed:${SITE.url}projects/alpha/security/feed.json`,
    );
    for (const address of lines('security/feed.json'))
      expect((await page.request.get(address)).ok()).toBe(true);
  });

  test('copies them, and says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, PAGES.subscribe);
    await tick(page, 'Alpha');
    await page.getByRole('button', { name: 'Copy addresses' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${SITE.url}projects/alpha/atom.xml`,
    );
  });

  test('selects them where the browser does not copy, and says how to go on', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('not allowed')) },
      });
    });
    await open(page, PAGES.subscribe);
    await tick(page, 'Alpha');
    await page.getByRole('button', { name: 'Copy addresses' }).click();
    await expect(page.getByRole('status')).toContainText('The addresses are selected');
    await expect(page.locator(ADDRESSES)).toBeFocused();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(`${SITE.url}projects/alpha/atom.xml`);
  });

  test('gives a file that feed readers import, of all projects with one press', async ({ page }) => {
    await open(page, PAGES.subscribe);
    const projects = page.getByRole('region', { name: 'Projects' });
    await projects.getByRole('button', { name: 'Tick all' }).click();
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download OPML' }).click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toBe('subscriptions.opml');
    const { body } = parseOpml(await readFile(await download.path(), 'utf8'));
    expect(body?.outlines?.length).toBe(await projects.getByRole('checkbox').count());
    expect(body?.outlines?.find(({ text }) => text === 'Alpha')?.xmlUrl).toBe(
      `${SITE.url}projects/alpha/atom.xml`,
    );
    await projects.getByRole('button', { name: 'Untick all' }).click();
    await expect(page.getByRole('status')).toHaveText('Nothing is ticked yet.');
    await expect(projects.getByRole('button')).toHaveText('Tick all');
  });

  test('is a table of every feed where there is no JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page, PAGES.subscribe);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Alpha: Security' })).toHaveAttribute(
      'href',
      '/tidings/projects/alpha/security/atom.xml',
    );
    await expect(page.getByRole('link', { name: 'All releases: each project as OPML' })).toBeVisible();
    await context.close();
  });

  test('is one step from every page', async ({ page }) => {
    await open(page, PAGES.docs);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Subscribe' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subscribe');
  });
});

for (const [file, heading] of [
  ['atom.xml', 'feed > title'],
  ['feed.xml', 'channel > title'],
] as const) {
  test(`a browser shows ${file} as a page that says what it is`, async ({ page }) => {
    await open(page, `projects/alpha/${file}`);
    const before = await page.evaluate(() => getComputedStyle(document.documentElement, '::before').content);
    expect(before).toMatch(/This is a feed/);
    await expect(page.locator(heading)).toBeVisible();
    for (const hidden of ['id', 'guid', 'generator', 'content', 'encoded', 'category']) {
      for (const found of await page.locator(hidden).all()) await expect(found).toBeHidden();
    }
  });
}
