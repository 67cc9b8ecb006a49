import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { NoteKind } from '../../src/derive/meaning/note-item.ts';
import type { ReleaseItems, UpgradeNotes } from '../../src/derive/upgrade/upgrade-notes.ts';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';
import { addressOf, openTool } from './open-tool.ts';

const ALPHA = 'projects/alpha/compare/';

type Items = ReleaseItems['items'];

const many = (kind: NoteKind, count: number): Items =>
  Array.from({ length: count }, (_, number) => [kind, `Thing number ${number}`] as const);

/** Puts these words into the notes of Alpha, by version, and has all of them thank these people. */
async function tell(
  page: Page,
  told: Readonly<Record<string, Items>>,
  contributors: readonly string[] = [],
): Promise<void> {
  const releases = Object.entries(told).map(([version, items]): ReleaseItems => {
    return { version, path: `projects/alpha/${version}/`, items, contributors };
  });
  const json: UpgradeNotes = { format: 1, releases };
  await page.route('**/api/v1/upgrade/notes/alpha.json', (route) => route.fulfill({ json }));
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

  test('leads to each kind of what is told, which is no other choice', async ({ page }) => {
    await tell(page, {
      '1.2.0': [...many('fix', 60), ['breaking', 'No callbacks']],
      '1.1.0': [['other', 'Tidy up']],
    });
    await openTool(page, PAGES.compare);
    await expect(page.locator('.ways li')).toHaveText(['Breaking 1', 'Fixed 60', 'Also 1']);
    await page.getByRole('link', { name: 'Also' }).click();
    await expect(page.getByRole('heading', { name: 'Also 1' })).toBeInViewport();
    await page.goBack();
    expect(addressOf(page)).toBe('?from=1.0.0&to=1.2.2');
    await expect(page.locator('.kind-fix > ul > li')).toHaveCount(15);
    await page.getByText('45 more').click();
    await expect(page.locator('.kind-fix li')).toHaveCount(60);
  });

  test('says a thing once, with all who say it; of many the first are enough', async ({ page }) => {
    const items = [
      ['fix', 'Mend a leak (#7)'],
      ['security', 'Closes CVE-2026-1 by checking'],
    ] as const;
    await tell(
      page,
      Object.fromEntries(
        ['1.2.2', '1.2.1', '1.2.0', '1.1.0', '2.0.0-rc.1'].map((version) => [version, items]),
      ),
    );
    await openTool(page, `${ALPHA}?from=1.0.0&to=2.0.0-rc.1`);
    const fix = page.locator('.kind-fix li');
    await expect(fix).toHaveCount(1);
    await expect(fix.locator('.soft a')).toHaveText(['2.0.0-rc.1', '1.2.2', '1.2.1', '1.2.0']);
    await fix.getByText('and 1 more').click();
    await expect(fix.getByRole('link', { name: '1.1.0' })).toHaveAttribute(
      'href',
      '/tidings/projects/alpha/1.1.0/',
    );
    await expect(page.getByRole('link', { name: 'CVE-2026-1' })).toHaveAttribute(
      'href',
      'https://www.cve.org/CVERecord?id=CVE-2026-1',
    );
  });

  test('shows hostile items and people as text, and what is hidden in them', async ({ page }) => {
    const evil = '<img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script>';
    await tell(page, { '1.2.2': [['breaking', `${evil} \u202Egnp.exe`]] }, [evil]);
    await openTool(page, PAGES.compare);
    await expect(page.locator('.kind-breaking li')).toContainText(`${evil} ⟨U+202E⟩gnp.exe`);
    await expect(page.locator('.facts-column')).toContainText(evil);
    await expect(page.locator('#compared script, #compared img')).toHaveCount(0);
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
  await page.route('**/api/v1/upgrade/notes/alpha.json', (route) => route.fulfill({ body: '{' }));
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
