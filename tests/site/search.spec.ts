import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';
import { hits, openSearch } from './open-search.ts';

const FIELD = 'What are you looking for?';

test.describe('the search', () => {
  test('finds projects and versions while somebody types, and says how many', async ({ page }) => {
    await openSearch(page);
    await expect(page.getByRole('status')).toHaveText('');
    await page.getByLabel(FIELD).pressSequentially('alph');
    await expect(hits(page, 'projects')).toHaveText(['Alpha']);
    await page.getByLabel(FIELD).pressSequentially('a 1.2');
    await expect(hits(page, 'releases')).toHaveText(['Alpha 1.2.2', 'Alpha 1.2.1', 'Alpha 1.2.0']);
    await expect(page.locator('#found-releases li').nth(1)).toContainText('yanked or withdrawn');
    await expect(page.getByRole('status')).toContainText('3 versions');
    await expect(page).toHaveURL(`${SITE.url}search/?q=alpha+1.2`);
    await hits(page, 'releases').last().click();
    await expect(page).toHaveURL(SITE.url + PAGES.eventful);
    await page.goBack();
    await expect(page.getByLabel(FIELD)).toHaveValue('alpha 1.2');
    await expect(hits(page, 'releases')).toHaveCount(3);
  });

  test('forgives a slip of the keyboard, and says that it guesses', async ({ page }) => {
    await openSearch(page, '?q=monorpeo');
    await expect(hits(page, 'projects')).toHaveText(['Monorepo']);
    await expect(page.getByRole('status')).toContainText(
      'Nothing is called that, but something like it: 1 project',
    );
  });

  test('finds words in the notes, and marks them', async ({ page }) => {
    await openSearch(page, '?q=footnote%20octocat');
    await expect(hits(page, 'notes')).toHaveText([
      'Rock & <b>Roll</b> "quoted" with-a-name-that-is-long 1.5.0',
    ]);
    await expect(page.locator('#found-notes mark').first()).toHaveText(/footnote/);
    await expect(page.getByRole('status')).toHaveText('Found notes of 1 release.');
    await hits(page, 'notes').click();
    await expect(page).toHaveURL(SITE.url + PAGES.flavour);
  });

  test('holds names, versions and notes to a project, a tag and a kind', async ({ page }) => {
    await openSearch(page, '?q=footnote');
    await expect(hits(page, 'notes').first()).toBeVisible();
    const before = await hits(page, 'notes').count();
    await page.getByLabel('Project').selectOption('Alpha');
    await expect(hits(page, 'notes')).toHaveCount(0);
    await page.getByLabel('Project').selectOption('');
    await expect(hits(page, 'notes')).toHaveCount(before);
    await page.getByLabel(FIELD).fill('');
    await page.getByLabel('Tag').selectOption('infra');
    await page.getByLabel('Kind').selectOption('pre-release');
    await expect(hits(page, 'releases')).toHaveText(['Alpha 2.0.0-rc.1']);
    await expect(page).toHaveURL(`${SITE.url}search/?tag=infra&kind=prerelease`);
  });

  test('is what its address says', async ({ page }) => {
    await openSearch(page, '?q=1&project=alpha&kind=patch');
    await expect(page.getByLabel(FIELD)).toHaveValue('1');
    await expect(page.getByLabel('Project')).toHaveValue('alpha');
    await expect(page.getByLabel('Kind')).toHaveValue('patch');
    await expect(hits(page, 'releases').first()).toHaveText(/^Alpha 1\./);
  });

  test('goes by keyboard alone', async ({ page }) => {
    await openSearch(page);
    const focused = page.locator(':focus');
    await page.getByLabel(FIELD).focus();
    await page.keyboard.type('alpha 1.2');
    await expect(hits(page, 'releases')).toHaveCount(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveText('Alpha 1.2.1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByLabel(FIELD)).toBeFocused();
    await page.keyboard.press('Control+ArrowDown');
    await expect(page.getByLabel(FIELD)).toBeFocused();
    // What is focused stays so when the notes come in.
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('status')).toContainText('3 versions');
    await expect(focused).toHaveText('Alpha 1.2.2');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(SITE.url + PAGES.plain);
  });

  test('looks for what was typed while the list was on its way', async ({ page }) => {
    const { promise: typed, resolve: type } = Promise.withResolvers<void>();
    await page.route('**/search/list.json', async (route) => {
      await typed;
      await route.continue();
    });
    await open(page, `${PAGES.search}?q=monorepo`);
    await page.getByLabel(FIELD).fill('alpha');
    type();
    await expect(hits(page, 'projects')).toHaveText(['Alpha']);
    await expect(page).toHaveURL(`${SITE.url}search/?q=alpha`);
  });

  test('opens the first hit at Enter in the field', async ({ page }) => {
    await openSearch(page, '?q=monorepo');
    await expect(hits(page, 'projects')).toHaveCount(1);
    await page.getByLabel(FIELD).press('Enter');
    await expect(page).toHaveURL(SITE.url + PAGES.monorepo);
  });

  test('shows ten at first, and more when asked, with the focus on what is new', async ({ page }) => {
    await openSearch(page, '?project=flood');
    await expect(hits(page, 'releases')).toHaveCount(10);
    await page.getByRole('button', { name: 'Show more of 30' }).click();
    await expect(hits(page, 'releases')).toHaveCount(20);
    await expect(hits(page, 'releases').nth(10)).toBeFocused();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(hits(page, 'releases')).toHaveCount(30);
    await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  });

  test('goes on where the browser lets the address no longer change', async ({ page }) => {
    await page.addInitScript(() => {
      history.replaceState = () => {
        throw new DOMException('more than 100 times', 'SecurityError');
      };
    });
    await openSearch(page);
    await page.getByLabel(FIELD).fill('alpha');
    await expect(hits(page, 'projects')).toHaveText(['Alpha']);
  });

  test('says that nothing was found', async ({ page }) => {
    await openSearch(page, '?q=zzzzqqqq');
    await expect(page.getByRole('status')).toHaveText('Nothing was found. Fewer or shorter words find more.');
    await expect(page.locator('.hit')).toHaveCount(0);
    await page.getByLabel(FIELD).press('Enter');
    await expect(page).toHaveURL(`${SITE.url}search/?q=zzzzqqqq`);
  });

  for (const query of [
    '<img src=x onerror="window.__pwned=1">',
    '.*+?^$()|[]\\{1,}',
    '\u202eאבג',
    'x'.repeat(10_000),
  ]) {
    test(`bears a hostile query: ${query.slice(0, 20)}`, async ({ page }) => {
      await openSearch(page, `?q=${encodeURIComponent(query)}`);
      await expect(page.getByRole('status')).toHaveText(/^(?:Found|Nothing)/);
    });
  }

  test('shows hostile names and notes as text', async ({ page }) => {
    await openSearch(page, '?q=rock');
    await expect(hits(page, 'projects')).toHaveText(['Rock & <b>Roll</b> "quoted" with-a-name-that-is-long']);
    await page.getByLabel(FIELD).fill('seven title body');
    await expect(hits(page, 'notes').first()).toBeVisible();
    await expect(
      page.locator('#found-notes').locator('script, img, b, svg, iframe, style, form'),
    ).toHaveCount(0);
  });

  test('bears a page that trusts no text as the address of a script', async ({ page }) => {
    await page.route('**/search/?q=*', async (route) => {
      const response = await route.fetch();
      const policy = `<head><meta http-equiv="content-security-policy" content="require-trusted-types-for 'script'">`;
      await route.fulfill({ response, body: (await response.text()).replace('<head>', policy) });
    });
    await openSearch(page, '?q=footnote');
    await expect(hits(page, 'notes').first()).toBeVisible();
    expect(page.workers()).toHaveLength(1);
  });
});

test.describe('without JavaScript the search', () => {
  test.use({ javaScriptEnabled: false });

  test('says that it is a tool, and where else to look', async ({ page }) => {
    await open(page, PAGES.search);
    await expect(page.getByLabel(FIELD)).toBeHidden();
    // Where a test forbids scripts, Chromium still reads what is written for that case as text.
    const html = await readFile(join(SITE.dist, 'search/index.html'), 'utf8');
    const words = /<noscript>(.*?)<\/noscript>/s.exec(html)?.[1] ?? '';
    expect(words).toContain('This page is a tool, and needs JavaScript.');
    for (const path of ['projects/', 'changes/']) expect(words).toContain(`href="/tidings/${path}"`);
  });
});
