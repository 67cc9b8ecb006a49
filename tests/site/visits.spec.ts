import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const KEY = 'tidings:/tidings/:visits';
const unread = (page: Page) => page.getByRole('img', { name: 'Unread' });
const status = (page: Page) => page.locator('[data-refine] [role="status"]');
const fresh = (page: Page) =>
  page.locator('article').filter({ has: page.getByRole('heading', { name: 'Monorepo @scope/y@0.2.0' }) });

/** The last visit was then. One release came since, and everything else was there. */
async function visitedBefore(page: Page, moment = '2025-06-01T10:00:00Z'): Promise<void> {
  const visits = { since: moment, latest: moment, openAt: Date.parse(moment), read: [], unread: [] };
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    KEY,
    JSON.stringify(visits),
  ] as const);
}

async function kept(page: Page): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), KEY);
}

test.describe('visits', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(status(page)).toHaveText('');
  });

  test('the first has nothing unread', async ({ page }) => {
    await expect(unread(page)).toHaveCount(0);
    await expect(page.locator('.since')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeHidden();
    await page.reload();
    await expect(unread(page)).toHaveCount(0);
  });

  test('a later one marks what came, draws a line, and stays so over reloads', async ({ page }) => {
    await visitedBefore(page);
    for (let times = 0; times < 2; times += 1) {
      await page.reload();
      await expect(unread(page)).toHaveCount(1);
      await expect(fresh(page).getByRole('img', { name: 'Unread' })).toBeVisible();
      await expect(page.locator('.since')).toHaveText('Your last visit, 1 June 2025');
      await expect(status(page)).toHaveText('1 came since your last visit.');
    }
    await expect(page.locator('.since + .day')).toHaveCount(1);
  });

  test('a line within a day is drawn between its releases', async ({ page }) => {
    await visitedBefore(page, '2024-01-06T06:00:00Z');
    await page.reload();
    await expect(page.locator('[data-project="hostile"] + .since + [data-project="alpha"]')).toHaveCount(1);
  });

  test('what is opened is read', async ({ page }) => {
    await visitedBefore(page);
    await page.reload();
    await fresh(page).getByRole('link').first().click();
    await expect(page).toHaveURL(SITE.url + PAGES.fresh);
    await open(page, PAGES.feed);
    await expect(unread(page)).toHaveCount(0);
    await expect(page.locator('.since')).toHaveCount(1);
  });

  test('what is opened in another tab is read', async ({ page }) => {
    await visitedBefore(page);
    await page.reload();
    await fresh(page).getByRole('link').first().click({ button: 'right' });
    await expect(unread(page)).toHaveCount(1);
    await fresh(page).getByRole('link').first().click({ button: 'middle' });
    await expect(unread(page)).toHaveCount(0);
  });

  test('a page that comes back from the past knows what happened since', async ({ page }) => {
    await visitedBefore(page);
    await page.reload();
    await expect(unread(page)).toHaveCount(1);
    await page.evaluate((key) => {
      const visits = JSON.parse(localStorage.getItem(key) ?? '');
      localStorage.setItem(key, JSON.stringify({ ...visits, since: visits.latest }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }, KEY);
    await expect(unread(page)).toHaveCount(0);
  });

  test('all is marked as read at once, in other tabs too', async ({ page, context }) => {
    await visitedBefore(page);
    await page.reload();
    const other = await context.newPage();
    await other.goto(SITE.url + PAGES.tag);
    await other.goto(SITE.url);
    await expect(unread(other)).toHaveCount(1);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(unread(page)).toHaveCount(0);
    await expect(page.locator('.since')).toHaveCount(0);
    await expect(status(page)).toHaveText('All is marked as read.');
    await expect(unread(other)).toHaveCount(0);
    await page.reload();
    await expect(unread(page)).toHaveCount(0);
  });

  test('what is garbled is a first visit', async ({ page }) => {
    for (const text of ['{', '[]', '{"since":"9999-01-01T00:00:00Z"}', '"x"']) {
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, text] as const);
      await page.reload();
      await expect(page.getByLabel('Hide pre-releases')).toBeVisible();
      await expect(unread(page)).toHaveCount(0);
      expect(await kept(page)).toMatch(/^\{"since":"20/);
    }
  });
});

const BROKEN = {
  blocked: () =>
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

for (const [what, breakIt] of Object.entries(BROKEN)) {
  test(`where the browser’s store is ${what}, everything works as long as the page`, async ({ page }) => {
    await page.addInitScript(breakIt);
    await open(page, PAGES.feed);
    await page.getByLabel('Hide pre-releases').check();
    await expect(status(page)).toHaveText(/of \d+ releases/);
    await fresh(page).getByRole('link').first().focus();
    await page.keyboard.press('m');
    await expect(unread(page)).toHaveCount(1);
    await open(page, PAGES.alpha);
    const follow = page.getByRole('button', { name: 'Follow Alpha' });
    await follow.click();
    await expect(follow).toHaveAttribute('aria-pressed', 'true');
    await expect(follow).toHaveText('Follow (your browser will forget it)');
  });
}
