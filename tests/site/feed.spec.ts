import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { FLOOD } from './fixture-world.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('the feed page', () => {
  test('groups releases by day, newest first', async ({ page }) => {
    await open(page, PAGES.feed);
    const days = await page
      .locator('.day > h2 > time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...new Set(days)].toSorted().toReversed());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What came out');
  });

  test('folds a flood into one entry that leads on', async ({ page }) => {
    await open(page, PAGES.feed);
    const entries = page.locator('article').filter({ has: page.getByRole('heading', { name: /^Flood/ }) });
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText(`and ${FLOOD - 1} more that day`);
    await entries.getByRole('link', { name: '1.28.0' }).click();
    await expect(page).toHaveURL(`${SITE.url}projects/flood/1.28.0/`);
  });

  test('says how far each version goes, and how its notes begin', async ({ page }) => {
    await open(page, PAGES.feed);
    const entry = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Alpha 1.2.2' }) });
    await expect(entry.locator('.meta')).toContainText('patch');
    const first = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Alpha 1.0.0' }) });
    await expect(first.locator('.meta')).toContainText('major');
    await expect(first.locator('.excerpt')).toHaveText('change 0');
  });

  test('leaves out what upstream withdrew, and marks what it deprecated', async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(page.getByRole('heading', { name: 'Alpha 1.2.1' })).toHaveCount(0);
    const entry = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Alpha 1.1.0' }) });
    await expect(entry.locator('.flag')).toHaveText('deprecated');
  });

  test('leads to its parts, and back', async ({ page }) => {
    await open(page, PAGES.feed);
    const parts = page.getByRole('navigation', { name: 'Parts of the feed' });
    await expect(parts.getByRole('link', { name: 'All' })).toHaveAttribute('aria-current', 'page');
    await parts.getByRole('link', { name: 'Stable' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stable releases');
    await expect(page.getByRole('heading', { name: 'Alpha 1.2.2' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Alpha 2.0.0-rc.1' })).toHaveCount(0);
    await parts.getByRole('link', { name: 'infra' }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.tag);
    await expect(page.getByRole('heading', { name: 'Alpha 2.0.0-rc.1' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Monorepo/ })).toHaveCount(0);
    await parts.getByRole('link', { name: 'npm' }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.source);
    await expect(page.getByRole('heading', { name: 'Alpha 2.0.0-rc.1' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Monorepo/ })).toHaveCount(0);
  });

  test('goes on month by month', async ({ page }) => {
    await open(page, PAGES.releaseMonth);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('January 2024');
    const days = await page
      .locator('.day > h2 > time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.slice(0, 7)));
    expect(new Set(days)).toEqual(new Set(['2024-01']));
    await page.getByRole('link', { name: /^Newer/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('February 2024');
  });

  test('writes ages beside the dates', async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(page.locator('.day .age').first()).toHaveText(/ago|yesterday|today/);
  });
});
