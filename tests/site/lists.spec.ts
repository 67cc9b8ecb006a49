import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('the page of a list', () => {
  test('says what is in use and how far behind it is', async ({ page }) => {
    await open(page, PAGES.usedList);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we <b>run</b> & use');
    const rows = page.locator('section[aria-labelledby="in-use"] tbody tr');
    await expect(rows.locator('th')).toHaveText([
      'Alpha',
      'Empty',
      'Flood',
      'Rock & <b>Roll</b> "quoted" with-a-name-that-is-long',
    ]);
    await expect(rows.first().locator('td')).toContainText(['1.2.0', '1.2.2', '1.2.2', '1 release']);
    await expect(rows.nth(1)).toContainText('no stable release is known');
    await expect(rows.last()).toContainText('<img src=x onerror="window.__pwned=1">');
  });

  test('shows the releases of its projects alone, and names its feeds', async ({ page }) => {
    await open(page, PAGES.usedList);
    await expect(page.getByRole('link', { name: /^Monorepo/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Flood / }).first()).toBeVisible();
    const feed = page.getByRole('link', { name: 'in use as Atom' });
    await expect(feed).toHaveAttribute('href', '/tidings/lists/what-we-run/in-use/atom.xml');
  });

  test('is reached from the projects', async ({ page }) => {
    await open(page, PAGES.projects);
    await page.getByRole('link', { name: 'The fixture' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The fixture');
  });
});
