import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('advisories', () => {
  test('their page begins with what is in use, then has all that count, newest first', async ({ page }) => {
    await open(page, PAGES.advisories);
    await expect(page.locator('.alerts .mark')).toHaveText(
      'Alpha 1.1.0 (list main) is affected by GHSA-aaaa-bbbb-cccc, high: fixed in 1.2.0.',
    );
    await expect(page.locator('.advisory h3')).toHaveText(['MAL-2024-7', 'GHSA-aaaa-bbbb-cccc']);
    await expect(page.locator('.advisory').nth(1)).toContainText('Alpha: alpha before 1.2.0, fixed in 1.2.0');
    await expect(page.locator('.summary')).toContainText('<img src=x onerror="window.__pwned=1">');
    await expect(page.getByRole('navigation', { name: 'Main' }).getByText('Advisories')).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  test('a project’s page tells how its latest version stands, and marks its releases', async ({ page }) => {
    await open(page, PAGES.alpha);
    await expect(page.locator('.advisories .mark')).toHaveText(
      'None of them is known to affect 1.2.2, the latest stable version.',
    );
    await expect(page.locator('.release .fixes')).toHaveText(['fixes GHSA-aaaa-bbbb-cccc']);
  });

  test('a release’s page says what it is affected by, and what it fixes', async ({ page }) => {
    await open(page, PAGES.deprecated);
    await expect(page.locator('.mark-alert')).toContainText(
      'Affected by GHSA-aaaa-bbbb-cccc, high: fixed in 1.2.0.',
    );
    await open(page, PAGES.eventful);
    await expect(page.locator('.mark')).toContainText('Fixes GHSA-aaaa-bbbb-cccc, high.');
    await open(page, PAGES.withdrawn);
    await expect(page.locator('.mark-alert').nth(1)).toContainText('Malware by MAL-2024-7');
  });
});
