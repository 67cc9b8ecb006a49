import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('the ledger', () => {
  test.use({ javaScriptEnabled: false });

  test('is newest first, by day, and has at most 200 lines a page', async ({ page }) => {
    await open(page, PAGES.changes);
    const days = await page
      .locator('.day > h2 > time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...new Set(days)].toSorted().toReversed());
    await expect(page.locator('.change')).toHaveCount(200);
  });

  test('goes on by month, and within a month of many lines', async ({ page }) => {
    await open(page, PAGES.changes);
    await page.getByRole('link', { name: /^Older/ }).click();
    await expect(page).toHaveURL(`${SITE.url}changes/2024/05/`);
    await page.getByRole('link', { name: /^Newer/ }).click();
    await expect(page).toHaveURL(`${SITE.url}changes/2024/05/2/`);
    await expect(page.locator('.change')).toHaveCount(30);
    await open(page, PAGES.changes);
    await page
      .getByRole('navigation', { name: 'By month' })
      .getByRole('link', { name: 'January 2024' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/What changed\s*January 2024/);
  });

  test('is filtered by severity, by following a link', async ({ page }) => {
    await open(page, PAGES.changes);
    await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'Alerts' }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.alerts);
    await expect(page.locator('.change')).toHaveCount(await page.locator('.change.alert').count());
    expect(await page.locator('.change').count()).toBeGreaterThan(4);
    await expect(page.getByRole('link', { name: 'Alerts' })).toHaveAttribute('aria-current', 'page');
  });

  test('is filtered by kind, by following a link', async ({ page }) => {
    await open(page, PAGES.changes);
    await page.getByText('By kind', { exact: true }).click();
    await page.getByRole('link', { name: 'Another project has its name 1' }).click();
    await expect(page).toHaveURL(`${SITE.url}changes/kinds/identity-changed/`);
    const line = page.locator('.change');
    await expect(line).toHaveCount(1);
    await expect(line).toContainText(
      /Alert\s+Alpha\s+another project has its name\s+·?\s*at github: acme\/alpha/,
    );
    await expect(line).toContainText(/Before: R_1\s*→\s*After: R_413012/);
  });

  test('has a page for each kind, of which there was one or none', async ({ page, request }) => {
    await open(page, PAGES.changes);
    const links = page.locator('.kinds a');
    await expect(links).toHaveCount(23);
    for (const link of await links.all()) {
      const reply = await request.get(new URL((await link.getAttribute('href')) ?? '', SITE.url).href);
      expect(reply.status()).toBe(200);
    }
  });

  test('leaves out what nobody follows, and imports stand quietly as one', async ({ page }) => {
    await open(page, PAGES.changes);
    await expect(page.locator('.change', { hasText: 'forgotten' })).toHaveCount(0);
    const imported = page.locator('.change', { hasText: 'read for the first time' });
    await expect(imported).toHaveCount(1);
    await expect(imported).toHaveClass(/quiet/);
    await imported.locator('summary').click();
    await expect(imported.getByRole('link', { name: 'Monorepo' })).toBeVisible();
  });
});

test.describe('a line of the ledger', () => {
  test('shows the words that were edited, in place', async ({ page }) => {
    await open(page, PAGES.edits);
    const edit = page.locator('.change', { hasText: '1 line added, 1 line removed.' });
    await expect(edit.locator('del')).toHaveText(['three', 'harbors']);
    await expect(edit.locator('ins')).toHaveText(['five', 'harbours']);
    await expect(edit).toContainText('Reads tides from');
    for (const [mark, line] of [
      ['del', 'line-through'],
      ['ins', 'underline'],
    ] as const) {
      await expect(edit.locator(mark).first()).toHaveCSS('text-decoration-line', line);
    }
  });

  test('says where the later text is not held', async ({ page }) => {
    await open(page, PAGES.edits);
    const edit = page.locator('.change', { hasText: 'not held' });
    await expect(edit).toHaveCount(1);
    await edit.locator('summary').click();
    await expect(edit.locator('del')).toContainText('five harbours');
  });

  test('tells a changelog that was cut anew as one', async ({ page }) => {
    await open(page, PAGES.edits);
    const cut = page.locator('.change', { hasText: 'Flood' });
    await expect(cut).toHaveCount(1);
    await expect(cut).toContainText('notes of 25 versions edited at once: 1.0.0 … 1.24.0');
    await cut.locator('summary').click();
    await cut.getByRole('link', { name: '1.13.0' }).click();
    await expect(page).toHaveURL(`${SITE.url}projects/flood/1.13.0/`);
  });

  test('shows hostile notes as text, and what is hidden in them', async ({ page }) => {
    await open(page, PAGES.edits);
    const hunks = page.locator('.hunk');
    await expect(hunks.getByText('<script>window.__pwned = 1</script>')).toBeVisible();
    await expect(hunks.getByText('a ⟨U+202E⟩reversed⟨U+202C⟩ ⟨U+0000⟩ line')).toBeVisible();
    await expect(hunks.locator(':not(ins, del)')).toHaveCount(0);
  });

  test('has shortened digests in full', async ({ page }) => {
    await open(page, PAGES.alerts);
    const line = page.locator('.change', { hasText: 'alpha-1.2.0.tgz' }).first();
    await expect(line.locator('.values')).toHaveText(/sha256:f9e8d7c6f9e8…\s*→\s*.*sha256:0a1b2c3d0a1b…/);
    await line.locator('summary').click();
    await expect(line.locator('dd').first()).toHaveText(`sha256:${'f9e8d7c6'.repeat(8)}`);
  });

  test('is quiet where it was moved back', async ({ page }) => {
    await open(page, PAGES.projectChanges);
    const back = page.locator('.change', { hasText: 'moved back within a week' });
    await expect(back).toHaveCount(3);
    for (const line of await back.all()) await expect(line).toHaveClass(/quiet/);
  });
});

test('a project page tells the newest changes of all its packages, and leads to all', async ({ page }) => {
  await open(page, PAGES.alpha);
  const changes = page.getByRole('region', { name: 'What changed afterwards' });
  await expect(changes.getByRole('listitem')).toHaveCount(12);
  await expect(changes.getByRole('listitem').first()).toContainText(/28 March 2024\s*1\.2\.0\s+tag moved/);
  await changes.getByRole('link', { name: /changes in the ledger/ }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.projectChanges);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes of Alpha');
});
