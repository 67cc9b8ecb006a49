import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('statistics', () => {
  test('begin with words that say what the numbers come to', async ({ page }) => {
    await open(page, PAGES.stats);
    await expect(page.locator('.lede')).toContainText(
      /^\d+ projects? put out \d+ releases? in the twelve weeks/,
    );
    const own = page.getByRole('navigation', { name: 'About this site' }).getByText('Statistics');
    await expect(own).toHaveAttribute('aria-current', 'page');
  });

  test('every drawing says what it shows, and has its numbers beside it', async ({ page }) => {
    await open(page, PAGES.stats);
    for (const name of [
      /^Releases week by week\./,
      /^Releases by weekday and hour\./,
      /^Calendar of releases\./,
    ]) {
      const drawn = page.locator('figure:has(> [role=img])').filter({ has: page.getByRole('img', { name }) });
      await expect(drawn.locator('figcaption')).not.toBeEmpty();
      await expect(drawn.locator('table')).toBeHidden();
      await drawn.locator('summary').click();
      await expect(drawn.locator('tbody tr').first()).toBeVisible();
    }
  });

  test('what scripts would do is done without them', async ({ page }) => {
    await open(page, PAGES.stats);
    await expect(page.locator('figure script, svg script')).toHaveCount(0);
    await expect(page.locator('main [style]')).toHaveCount(0);
  });

  test('no label is smaller on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, PAGES.stats);
    const heights = await page
      .locator('figure svg text:visible')
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.min(...heights)).toBeGreaterThan(11);
  });

  test('what was done to a release afterwards is on record, and what nobody could see is said to be so', async ({
    page,
  }) => {
    await open(page, PAGES.stats);
    const alpha = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: 'Alpha' }) })
      .last();
    await expect(alpha.locator('.alert')).toContainText([/Tags moved\s*1 of 3/, /Files replaced\s*1 of \d/]);
    await expect(page.locator('#conduct ~ figure .unknown').first()).toContainText('not observable');
  });

  test('a hostile name is text', async ({ page }) => {
    await open(page, PAGES.stats);
    await expect(page.locator('main').getByText('<b>Roll</b>').first()).toBeVisible();
    await expect(page.locator('#authors ~ figure').getByText('a"><b>')).toBeVisible();
  });
});
