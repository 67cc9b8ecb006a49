import type { Page } from 'playwright/test';
import { PAGES } from './fixture-pages.ts';
import { expect, test } from './guarded-test.ts';
import { addressOf, openTool } from './open-tool.ts';

const ALPHA = 'projects/alpha/compare/';

/** The versions that are chosen. */
function chosen(page: Page): Promise<string[]> {
  return page
    .locator('.range select')
    .evaluateAll((all) => all.map((one) => ('value' in one ? String(one.value) : '')));
}

test.describe('the address of a comparison', () => {
  test('is made of what is proposed: from what is in use to the latest', async ({ page }) => {
    await openTool(page, ALPHA);
    expect(await chosen(page)).toEqual(['1.1.0', '1.2.2']);
    expect(addressOf(page)).toBe('?from=1.1.0&to=1.2.2');
    await expect(page.locator('#proposed [aria-current]')).toHaveText('In use (The fixture) → latest');
    await expect(page).toHaveTitle('Alpha 1.1.0 → 1.2.2');
  });

  test('follows every choice, and so does the way back', async ({ page }) => {
    await openTool(page, ALPHA);
    await page.getByLabel('From').selectOption('1.0.0');
    expect(addressOf(page)).toBe('?from=1.0.0&to=1.2.2');
    await page.getByRole('link', { name: 'In use (What we <b>run</b> & use) → latest' }).click();
    expect(addressOf(page)).toBe('?from=1.2.0&to=1.2.2');
    await expect(page.getByRole('status')).toContainText('A patch step: 2 releases');
    await page.goBack();
    expect(await chosen(page)).toEqual(['1.0.0', '1.2.2']);
    await expect(page.getByRole('status')).toContainText('4 releases');
    await page.goBack();
    expect(await chosen(page)).toEqual(['1.1.0', '1.2.2']);
    await page.goForward();
    await page.reload();
    await expect(page.getByRole('status')).toContainText('A minor step: 4 releases');
  });

  test('may name the versions the other way round, by a tag, or one alone', async ({ page }) => {
    await openTool(page, `${ALPHA}?from=1.2.2&to=v1.0.0`);
    await expect(page.getByRole('status')).toContainText('The lower version stands first.');
    expect(addressOf(page)).toBe('?from=1.0.0&to=1.2.2');
    await openTool(page, `${ALPHA}?to=1.2.0`);
    expect(await chosen(page)).toEqual(['1.1.0', '1.2.0']);
  });

  test('may name a version that is not there: it is told, with what is next to it', async ({ page }) => {
    await openTool(page, `${ALPHA}?from=1.1.5&to=1.2.2`);
    await expect(page.getByRole('status')).toHaveText(
      'No release of Alpha that is held here is called “1.1.5”. Next to it are 1.1.0 and 1.2.0. Choose one of the list.',
    );
    expect(await chosen(page)).toEqual(['', '1.2.2']);
    await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeHidden();
    await page.getByLabel('From').selectOption('1.1.0');
    await expect(page.getByRole('status')).toContainText('A minor step: 3 releases');
  });

  test('means nothing where there are no two versions', async ({ page }) => {
    await openTool(page, PAGES.compareNothing);
    await expect(page.getByRole('status')).toHaveText('There are no two versions of Empty to compare yet.');
  });

  test('moves to the part of a monorepo that is chosen', async ({ page }) => {
    await openTool(page, 'projects/monorepo/compare/');
    await page.getByLabel('To').selectOption('@scope/x@1.1.0');
    expect(await chosen(page)).toEqual(['@scope/x@1.0.0', '@scope/x@1.1.0']);
    await expect(page.getByRole('status')).toContainText('A minor step: 1 release');
  });
});
