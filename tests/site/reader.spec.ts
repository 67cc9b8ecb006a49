import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const bar = (page: Page) => page.getByRole('search', { name: 'Narrow what is shown' });
const status = (page: Page) => bar(page).getByRole('status');
const headings = (page: Page) => page.locator('article.release:visible :is(h3, h4)');
const release = (page: Page, name: string) =>
  page.locator('article').filter({ has: page.getByRole('heading', { name, exact: false }) });

test.describe('the feed, narrowed', () => {
  test('to a project, stable releases and a step, is told, shared and reloaded', async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(release(page, 'Alpha 2.0.0-rc.1')).toBeVisible();
    await bar(page).getByLabel('Project or version').fill('ALPHA');
    await bar(page).getByLabel('Hide pre-releases').check();
    await expect(release(page, 'Alpha 2.0.0-rc.1')).toBeHidden();
    await expect(status(page)).toHaveText(/^4 of \d+ releases\.$/);
    await bar(page).getByRole('button', { name: 'More filters' }).click();
    await bar(page).getByLabel('major').check();
    await bar(page).getByLabel('patch').check();
    await expect(headings(page)).toHaveText([/Alpha\s+1\.2\.2/, /Alpha\s+1\.0\.0/]);
    await expect(page.locator('.day:visible')).toHaveCount(2);
    await expect(page).toHaveURL(`${SITE.url}?q=ALPHA&hide=pre&step=major,patch`);
    await page.reload();
    await expect(headings(page)).toHaveCount(2);
    await expect(bar(page).getByLabel('Project or version')).toHaveValue('ALPHA');
    await expect(bar(page).getByLabel('patch')).toBeChecked();
    await expect(bar(page).getByLabel('patch')).toBeVisible();
  });

  test('has the tags and sources of the page to choose from', async ({ page }) => {
    await open(page, PAGES.feed);
    const choices = (name: string) => bar(page).getByLabel(name).locator('option');
    await expect(choices('Tag')).toHaveText(['all', 'infra']);
    const sources = ['all', 'cargo', 'gem', 'git', 'github', 'gitlab', 'npm', 'pypi'];
    await expect(choices('Source')).toHaveText(sources);
    await open(page, 'sources/pypi/?source=gem');
    await expect(bar(page).getByLabel('Source')).toBeVisible();
    await expect(bar(page).getByLabel('Tag')).toBeHidden();
  });

  test('finds a project by its id too', async ({ page }) => {
    await open(page, '?q=hostile+1.5');
    await expect(headings(page)).toHaveText([/^\s*Rock .*1\.5\.0/]);
  });

  test('by tag, source, breaking and security is the same as the static pages', async ({ page }) => {
    // A flood is folded there after it was filtered, and here before.
    const names = async (path: string) => {
      await open(page, path);
      const all = await headings(page).allTextContents();
      return all.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => !name.startsWith('Flood'));
    };
    for (const [address, path] of [
      ['?tag=infra', PAGES.tag],
      ['?only=security', PAGES.security],
      ['?only=breaking', 'breaking/'],
      ['?hide=pre', PAGES.stable],
    ] as const) {
      const narrowed = await names(address);
      expect(narrowed.length, address).toBeGreaterThan(0);
      expect(narrowed, address).toEqual(await names(path));
    }
    await open(page, '?source=github');
    await expect(release(page, 'Monorepo @scope/x@1.0.0')).toBeVisible();
    await expect(release(page, 'Flood')).toBeHidden();
  });

  test('to nothing leads back', async ({ page }) => {
    await open(page, PAGES.nothingLeft);
    await expect(headings(page)).toHaveCount(0);
    await expect(page.getByText('You follow no project in this browser')).toBeVisible();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect(headings(page).first()).toBeVisible();
    await expect(page).toHaveURL(SITE.url);
    await expect(bar(page).getByLabel('Project or version')).toBeFocused();
  });

  test('stays narrowed from month to month', async ({ page }) => {
    await open(page, `${PAGES.releaseMonth}?hide=pre`);
    await expect(bar(page).getByLabel('Hide pre-releases')).toBeChecked();
    await page.getByRole('link', { name: /^Newer/ }).click();
    await expect(page).toHaveURL(/\/releases\/2024\/02\/\?hide=pre$/);
    await expect(bar(page).getByLabel('Hide pre-releases')).toBeChecked();
  });

  test('goes on where the browser lets the address no longer change', async ({ page }) => {
    await page.addInitScript(() => {
      history.replaceState = () => {
        throw new DOMException('more than 100 times', 'SecurityError');
      };
    });
    await open(page, PAGES.feed);
    await bar(page).getByLabel('Project or version').fill('alpha');
    await expect(status(page)).toHaveText(/^5 of \d+ releases\.$/);
    await expect(page).toHaveURL(SITE.url);
  });

  test('by markup in the address stays text', async ({ page }) => {
    await open(
      page,
      '?q=<img src=x onerror=window.__pwned=1>&tag=<b>&source="><script>window.__pwned=1</script>',
    );
    await expect(headings(page)).toHaveCount(0);
    await expect(bar(page).getByLabel('Tag')).toHaveValue('<b>');
    await expect(page.getByText('No release on this page is left.')).toBeVisible();
    await expect(page.getByText('You follow no project in this browser')).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing of the reader’s tools shows', async ({ page }) => {
    for (const path of [PAGES.feed, PAGES.projects, PAGES.alpha]) {
      await open(page, path);
      await expect(page.locator('main :is(button, input, select):visible')).toHaveCount(0);
      await expect(page.locator('footer button:visible')).toHaveCount(0);
    }
  });
});
