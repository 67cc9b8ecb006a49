import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const ALPHA = 'projects/alpha/compare/';

/** Opens a comparison and waits until it has what it needs. */
async function openTool(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.locator('[data-compare][data-ready]')).toBeVisible();
}

/** The versions that are chosen. */
function chosen(page: Page): Promise<string[]> {
  return page
    .locator('.range select')
    .evaluateAll((all) => all.map((one) => ('value' in one ? String(one.value) : '')));
}

/** What the address says, without its path. */
function search(page: Page): string {
  return new URL(page.url()).search;
}

test.describe('the comparison of two versions', () => {
  test('says all that the notes between say, and where', async ({ page }) => {
    await openTool(page, PAGES.compare);
    await expect(page.getByRole('status')).toContainText(
      'A minor step: 4 releases, in 4 days. Of these, 1 marked for security, 1 withdrawn.',
    );
    await expect(page.locator('.kind-other li')).toHaveText(['change 2 1.2.0', 'change 1 1.1.0']);
    await expect(page.locator('.facts-column li > a')).toHaveText(['1.2.2', '1.2.1', '1.2.0', '1.1.0']);
    await expect(page.getByText('2 releases of these have no notes')).toBeVisible();
    await page.locator('.kind-other a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Alpha 1.2.0');
  });

  test('says which advisories close, stay and come in', async ({ page }) => {
    await openTool(page, `${ALPHA}?from=1.1.0&to=1.2.1`);
    const advisories = page.locator('.advisories');
    await expect(advisories.getByRole('heading', { level: 3 })).toHaveText([
      'Fixed on the way',
      'New on the way',
    ]);
    await expect(advisories.locator('li').first()).toContainText(
      'GHSA-aaaa-bbbb-cccc, high, fixed in 1.2.0.',
    );
    await expect(advisories.locator('li').last()).toContainText(
      'MAL-2024-7, malware, no fixed version is known.',
    );
    await openTool(page, `${ALPHA}?from=1.0.0&to=1.1.0`);
    await expect(advisories.getByRole('heading', { level: 3 })).toHaveText(['Still open']);
  });

  test('leads to the code at upstream where both versions are there', async ({ page }) => {
    await openTool(page, `${ALPHA}?from=1.0.0&to=1.2.0`);
    await expect(page.getByRole('link', { name: 'github: acme/alpha' })).toHaveAttribute(
      'href',
      'https://github.com/acme/alpha/compare/v1.0.0...v1.2.0',
    );
  });

  test('compares edited notes word by word', async ({ page }) => {
    await openTool(page, PAGES.compare);
    const edit = page.locator('.edits details').first();
    await expect(edit.locator('summary')).toContainText('1.2.0, 3 January 2024, 12:40 UTC');
    await expect(edit.locator('del')).toHaveText(['three', 'harbors']);
    await expect(edit.locator('ins')).toHaveText(['five', 'harbours']);
    await expect(page.locator('.edits')).toContainText('the text that came after is not held');
    await edit.getByRole('link', { name: 'In the ledger' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('January 2024');
  });

  test('folds what is long, and opens it', async ({ page }) => {
    await openTool(page, PAGES.compareMany);
    const releases = page.locator('.facts-column li > a');
    await expect(releases).toHaveCount(12);
    await page.locator('.facts-column summary').click();
    await expect(releases).toHaveCount(29);
  });

  test('shows hostile names and notes as text', async ({ page }) => {
    await openTool(page, PAGES.compareHostile);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Rock & <b>Roll</b>');
    await openTool(
      page,
      'projects/hostile/compare/?from=%3Cimg%20src=x%20onerror=%22window.__pwned=1%22%3E&to=v1.1.0',
    );
    await expect(page.getByRole('status')).toContainText('called “<img src=x onerror="window.__pwned=1">”');
    await openTool(
      page,
      `projects/hostile/compare/?${new URLSearchParams({ from: 'Ünïcode/<script>&"\'?#%41', to: 'v1.1.0' })}`,
    );
    await expect(page.locator('#compared script, #compared img, #compared b:not(summary b)')).toHaveCount(0);
    await expect(page.locator('.facts-column')).toContainText('1.1.0');
  });
});

test.describe('the address of a comparison', () => {
  test('is made of what is proposed: from what is in use to the latest', async ({ page }) => {
    await openTool(page, ALPHA);
    expect(await chosen(page)).toEqual(['1.1.0', '1.2.2']);
    expect(search(page)).toBe('?from=1.1.0&to=1.2.2');
    await expect(page.locator('#proposed [aria-current]')).toHaveText('In use (The fixture) → latest');
    await expect(page).toHaveTitle('Alpha 1.1.0 → 1.2.2');
  });

  test('follows every choice, and so does the way back', async ({ page }) => {
    await openTool(page, ALPHA);
    await page.getByLabel('From').selectOption('1.0.0');
    expect(search(page)).toBe('?from=1.0.0&to=1.2.2');
    await page.getByRole('link', { name: 'In use (What we <b>run</b> & use) → latest' }).click();
    expect(search(page)).toBe('?from=1.2.0&to=1.2.2');
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
    expect(search(page)).toBe('?from=1.0.0&to=1.2.2');
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

test('the comparison is copied as Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTool(page, PAGES.compare);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^# Alpha 1\.0\.0 → 1\.2\.2\n\nA minor step: 4 releases/);
});

test('the comparison is used by keyboard alone, and the focus is not lost', async ({ page }) => {
  await openTool(page, PAGES.compare);
  await page.getByLabel('From').focus();
  await page.keyboard.press('1');
  await page.keyboard.type('.2.1');
  await expect(page.getByRole('status')).toContainText('A patch step: 1 release');
  await expect(page.getByLabel('From')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('To')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const proposed = page.locator('#proposed a').first();
  await expect(proposed).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(proposed).toBeFocused();
  await expect(proposed).toHaveAttribute('aria-current', 'true');
});

test('what the comparison cannot read is told', async ({ page }) => {
  await page.route('**/api/v1/upgrade/notes/alpha.json', (route) =>
    route.fulfill({ body: '{' }),
  );
  await open(page, ALPHA);
  await expect(page.getByRole('status')).toContainText('That did not work:');
});

test('without scripts the comparison says that it is a tool, and leads to the versions', async () => {
  const html = await readFile(join(SITE.dist, ALPHA, 'index.html'), 'utf8');
  const without = /<noscript>(.*?)<\/noscript>/s.exec(html)?.[1] ?? '';
  expect(without).toContain('needs JavaScript');
  expect([...without.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
    ['2.0.0-rc.1', '1.2.2', '1.2.1', '1.2.0', '1.1.0', '1.0.0'].map(
      (version) => `/tidings/projects/alpha/${version}/`,
    ),
  );
  const many = await readFile(join(SITE.dist, 'projects/flood/compare/index.html'), 'utf8');
  expect(many.match(/<li><a href="\/tidings\/projects\/flood\/1\.\d+\.0\/"/g)).toHaveLength(30);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing of the tool is in the way', async ({ page }) => {
    await open(page, ALPHA);
    await expect(page.getByLabel('From')).toBeHidden();
    await expect(page.getByRole('link', { name: '1.2.1' })).toBeVisible();
  });
});
