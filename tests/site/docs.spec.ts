import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** How far the top of a heading is from the top of the window. */
function topOf(page: Page, id: string): Promise<number> {
  return page.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().top);
}

test('a newcomer comes from the feed to the first page, and on to the next', async ({ page }) => {
  await open(page, PAGES.feed);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Docs' }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.docs);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Start',
    'Use',
    'Follow',
    'Trust',
    'Develop',
  ]);
  await page.getByRole('link', { name: 'Getting started' }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.gettingStarted);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Getting started');
  await expect(page.locator('a[rel="prev"]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Next The watchlist' }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.watchlist);
  await page.getByRole('link', { name: 'Previous Getting started' }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.gettingStarted);
});

test('every page is reached by turning pages', async ({ page, request }) => {
  await open(page, PAGES.docs);
  const listed = await page
    .locator('main section li a')
    .evaluateAll((links) => links.map((link) => Object(link).href));
  const seen: string[] = [];
  for (let url: string | undefined = SITE.url + PAGES.gettingStarted; url !== undefined; ) {
    seen.push(url);
    const html: string = await (await request.get(url)).text();
    const [, next]: readonly (string | undefined)[] = / rel="next" href="([^"]+)"/.exec(html) ?? [];
    url = next === undefined || seen.length > listed.length ? undefined : new URL(next, url).href;
  }
  expect(seen).toEqual(listed);
});

test('on a desktop the pages and the outline stand beside the text', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await open(page, PAGES.recipes);
  const docs = page.getByRole('navigation', { name: 'Docs', exact: true });
  await expect(docs.locator('[aria-current="page"]')).toHaveText('Recipes');
  await expect(docs.getByRole('link', { name: 'Configuration' })).toBeVisible();
  const outline = page.getByRole('navigation', { name: 'On this page' });
  await outline.getByRole('link', { name: 'Without the internet' }).click();
  await expect(page).toHaveURL(`${SITE.url}${PAGES.recipes}#without-the-internet`);
  expect(Math.abs(await topOf(page, 'without-the-internet'))).toBeLessThan(60);
  await docs.getByRole('link', { name: 'Configuration' }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.configuration);
});

test.describe('on a phone, without scripts', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test('the pages and the outline open where they are', async ({ page }) => {
    await open(page, PAGES.recipes);
    const docs = page.getByRole('navigation', { name: 'Docs', exact: true });
    const commands = docs.getByRole('link', { name: 'Commands' });
    await expect(commands).toBeHidden();
    await page.getByText('On this page').and(page.locator('summary')).click();
    await page.getByRole('link', { name: 'A private GitLab' }).first().click();
    await expect(page).toHaveURL(`${SITE.url}${PAGES.recipes}#a-private-gitlab`);
    await page.getByText('All pages of the docs').click();
    await commands.click();
    await expect(page).toHaveURL(SITE.url + PAGES.commands);
  });

  test('code is read in its own lines, and scrolls where they are long', async ({ page }) => {
    await open(page, PAGES.recipes);
    const blocks = page.locator('article pre');
    expect(await blocks.count()).toBeGreaterThan(10);
    for (const block of await blocks.all()) {
      const seen = await block.evaluate((element) => {
        const { overflowX, whiteSpace, fontSize } = getComputedStyle(element);
        const { left, right } = element.getBoundingClientRect();
        return {
          overflowX,
          whiteSpace,
          size: Number.parseFloat(fontSize),
          isIn: left >= 0 && right <= innerWidth,
        };
      });
      expect(seen).toMatchObject({ overflowX: 'auto', whiteSpace: 'pre', isIn: true });
      expect(seen.size).toBeGreaterThanOrEqual(13);
    }
  });
});
