import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

/** What has the focus: its text, and whether a person can see both it and that it is focused. */
function focused(page: Page): Promise<{ text: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return { text: '', isSeen: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, width } = element.getBoundingClientRect();
    const isInView = bottom > 0 && top < innerHeight && width > 0;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return { text, isSeen: isInView && outlineStyle !== 'none' && outlineWidth !== '0px' };
  });
}

/** Texts of what Tab reaches, each of them visibly focused, until it has reached this text. */
async function tabTo(page: Page, wanted: string): Promise<string[]> {
  const reached: string[] = [];
  while (reached.at(-1) !== wanted && reached.length < 60) {
    await page.keyboard.press('Tab');
    const { text, isSeen } = await focused(page);
    expect(isSeen, `focus on “${text}” is visible`).toBe(true);
    reached.push(text);
  }
  return reached;
}

test('Tab reaches the skip link, the navigation and the entries, in this order', async ({ page }) => {
  await open(page, PAGES.feed);
  const reached = await tabTo(page, 'Monorepo @scope/y@0.2.0');
  expect(reached).toEqual([
    'Skip to the content',
    'Tidings',
    'Releases',
    'Projects',
    'Changes',
    'Advisories',
    'Upgrade',
    'Subscribe',
    'Search',
    'Docs',
    '7 projects',
    'All',
    'Stable',
    'Major',
    'Breaking',
    'Security',
    'The fixture',
    'What we <b>run</b> & use',
    'infra',
    'github',
    'npm',
    'pypi',
    // A field and two boxes, which have no text of their own.
    '',
    '',
    '',
    'More filters',
    'Monorepo @scope/y@0.2.0',
  ]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(SITE.url + PAGES.fresh);
});

test('the skip link leads past the navigation', async ({ page }) => {
  await open(page, PAGES.feed);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${SITE.url}#main`);
  expect(await tabTo(page, '7 projects')).toEqual(['7 projects']);
});

test('the files of a release open and close', async ({ page }) => {
  await open(page, PAGES.manyFiles);
  const reached = await tabTo(page, '13 files');
  expect(reached.at(-1)).toBe('13 files');
  await page.keyboard.press('Enter');
  await expect(page.getByText('file-003.tgz')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('file-003.tgz')).toBeHidden();
});

test('what scrolls is reached, and what fits is no stop', async ({ page }) => {
  const stops = page.locator('.notes :is(pre, table)[tabindex="0"]');
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, PAGES.flavour);
  await expect(page.locator('.notes pre[tabindex="0"]')).toHaveCount(1);
  await expect(page.locator('.notes table[tabindex="0"]')).toHaveCount(1);
  const code = page.locator('.notes pre');
  const isReached = () => code.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await isReached()); presses += 1) await page.keyboard.press('Tab');
  expect(await isReached()).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => code.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1280, height: 844 });
  await open(page, PAGES.commands);
  await expect(page.locator('.notes table').first()).toBeVisible();
  await expect(stops).toHaveCount(0);
});
