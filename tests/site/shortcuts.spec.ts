import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const AXE = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Keyboard' });
const ready = (page: Page) => expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement, body } = document;
    return activeElement === body ? '' : (activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

async function press(page: Page, keys: string): Promise<string> {
  for (const key of keys) await page.keyboard.press(key);
  return focused(page);
}

test('j and k go from release to release, in sight and with a ring, and o opens one', async ({ page }) => {
  await open(page, PAGES.feed);
  await ready(page);
  const names = await page
    .locator('article.release :is(h3, h4)')
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()));
  expect(await press(page, 'k')).toBe(names[0]);
  expect(await press(page, 'k')).toBe(names[0]);
  expect(await press(page, 'jjjj')).toBe(names[4]);
  expect(await press(page, 'k')).toBe(names[3]);
  const isSeen = await page.evaluate(() => {
    const { top = -1, bottom = 0 } = document.activeElement?.getBoundingClientRect() ?? {};
    const ring = document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineStyle;
    return top >= 0 && bottom <= innerHeight && ring === 'solid';
  });
  expect(isSeen).toBe(true);
  const address = await page.evaluate(() =>
    document.activeElement instanceof HTMLAnchorElement ? document.activeElement.href : '',
  );
  await page.keyboard.press('o');
  await expect(page).toHaveURL(address);
});

test('they pass over what is hidden, and stop at the end', async ({ page }) => {
  await open(page, '?q=alpha&hide=pre');
  await ready(page);
  expect(await press(page, 'j')).toMatch(/^Alpha 1\.2\.2/);
  expect(await press(page, 'jjjjjjjj')).toMatch(/^Alpha 1\.0\.0/);
});

test('m marks as unread and as read, and says so', async ({ page }) => {
  await open(page, PAGES.feed);
  await ready(page);
  await press(page, 'jm');
  const status = page.locator('[data-refine] [role="status"]');
  await expect(page.getByRole('img', { name: 'Unread' })).toHaveCount(1);
  await expect(status).toHaveText('Monorepo @scope/y@0.2.0 is marked as unread.');
  await page.reload();
  await expect(page.getByRole('img', { name: 'Unread' })).toHaveCount(1);
  await press(page, 'jm');
  await expect(page.getByRole('img', { name: 'Unread' })).toHaveCount(0);
});

test('/ leads to the field of the search, from elsewhere and on its page', async ({ page }) => {
  await open(page, PAGES.status);
  await ready(page);
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/search\//);
  await expect(page.locator('#query')).toBeFocused();
  await expect(page.locator('[data-search]')).toHaveAttribute('data-ready', '');
  await page.keyboard.type('/j?');
  await expect(page.locator('#query')).toHaveValue('/j?');
  await page.locator('#query').blur();
  await page.keyboard.press('/');
  await expect(page.locator('#query')).toBeFocused();
});

test('? shows the keys, Escape closes them, and they can be turned off for good', async ({ page }) => {
  await open(page, PAGES.feed);
  await ready(page);
  await page.keyboard.press('?');
  await expect(dialog(page)).toBeVisible();
  await page.evaluate(AXE);
  const found = await page.evaluate(async () =>
    (await globalThis.axe.run('dialog')).violations.map(({ id }) => id),
  );
  expect(found).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await focused(page)).toBe('');
  await page.keyboard.press('?');
  await dialog(page).getByLabel('These keys are on').uncheck();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await press(page, 'j?');
  await expect(dialog(page)).toBeHidden();
  await page.reload();
  await ready(page);
  expect(await press(page, 'j')).toBe('');
  await page.getByRole('button', { name: 'Keyboard' }).click();
  await dialog(page).getByLabel('These keys are on').check();
  await page.keyboard.press('Escape');
  expect(await press(page, 'j')).toContain('Monorepo');
});

test('no key does anything with a modifier or in a field', async ({ page }) => {
  await open(page, PAGES.feed);
  await ready(page);
  for (const keys of ['Control+m', 'Alt+j', 'Meta+j']) await page.keyboard.press(keys);
  expect(await focused(page)).toBe('');
  const field = page.getByLabel('Project or version');
  await field.focus();
  await page.keyboard.type('jk?/m');
  await expect(field).toHaveValue('jk?/m');
  await expect(dialog(page)).toBeHidden();
  await field.fill('');
  await page.getByLabel('Hide pre-releases').focus();
  expect(await press(page, 'j'), 'a box takes no letter').toContain('Monorepo');
});
