import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('a project page', () => {
  test('says which list uses what, and how far behind it is', async ({ page }) => {
    await open(page, PAGES.alpha);
    const uses = page.locator('main dl').first().locator('div', { hasText: 'In use' }).locator('dd');
    await expect(uses).toHaveText([
      /^\s*1\.1\.0\s*in The fixture, 2 releases behind\s*deprecated\s*$/,
      /^\s*1\.2\.0\s*in What we <b>run<\/b> & use, 1 release behind\s*$/,
    ]);
    await uses.last().getByRole('link').click();
    await expect(page).toHaveURL(SITE.url + PAGES.usedList);
  });

  test('draws its days, with the numbers beside them', async ({ page }) => {
    await open(page, PAGES.monorepo);
    await expect(
      page.getByRole('img', { name: /^Calendar of releases\. Something came out on/ }),
    ).toBeVisible();
    await page.getByText('The numbers, day by day').click();
    await expect(page.locator('figure table tbody tr').first()).toBeVisible();
    await open(page, PAGES.vanished);
    await expect(page.getByRole('img', { name: /^Calendar/ })).toHaveCount(0);
  });

  test('names a feed for every filter in one place, and each is there', async ({ page, request }) => {
    await open(page, PAGES.alpha);
    await page
      .getByRole('navigation', { name: 'Of this project' })
      .getByRole('link', { name: 'Feeds' })
      .click();
    await expect(page.getByRole('heading', { name: 'Feeds' })).toBeInViewport();
    const links = page.locator('section[aria-labelledby="feeds"] dd a');
    await expect(links).toHaveCount(18);
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      expect((await request.get(new URL(href, SITE.url).href)).status(), href).toBe(200);
    }
  });

  test('tells how each channel lags', async ({ page }) => {
    await open(page, PAGES.shipped);
    const about = page.getByRole('complementary', { name: 'About the project' });
    await expect(about.locator('li', { hasText: 'pypi: tool' })).toContainText(
      /first with \d of \d shared version/,
    );
    await expect(about.locator('li', { hasText: 'gitlab: acme/tool' })).toContainText(
      /usually .* later, over \d/,
    );
  });

  test('leads to what compares its versions', async ({ page }) => {
    await open(page, PAGES.alpha);
    await expect(page.getByRole('link', { name: 'Compare', exact: true })).toHaveAttribute(
      'href',
      '/tidings/projects/alpha/compare/',
    );
    await open(page, PAGES.empty);
    await expect(page.getByRole('link', { name: 'Compare', exact: true })).toBeVisible();
  });
});

test.describe('badges', () => {
  test('are drawn in the words of the page, and can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, PAGES.alpha);
    await page.getByRole('img', { name: 'Alpha: latest version' }).scrollIntoViewIfNeeded();
    for (const name of ['Alpha: latest version', 'Alpha: version in use']) {
      const width = () =>
        page.getByRole('img', { name }).evaluate((image: HTMLImageElement) => image.naturalWidth);
      await expect.poll(width).toBeGreaterThan(60);
    }
    await page.getByRole('button', { name: 'Copy as Markdown: Alpha: latest version' }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(
      `[![Alpha: latest version](${SITE.url}projects/alpha/latest.svg)](${SITE.url}projects/alpha/)`,
    );
  });

  for (const [path, words] of [
    ['projects/alpha/latest.svg', 'Alpha: 1.2.2'],
    ['projects/alpha/outdated.svg', 'Alpha in use: 2 of 2 lists behind, 1 vulnerable'],
    ['projects/empty/latest.svg', 'Empty: no release yet'],
    ['projects/vanished/outdated.svg', 'Vanished in use: not told'],
    ['lists/main/outdated.svg', 'The fixture: 1 of 1 behind, 1 vulnerable'],
    ['lists/what-we-run/outdated.svg', 'What we <b>run</b> & use: 3 of 4 behind'],
    ['tags/infra/latest.svg', 'infra: Alpha 1.2.2'],
  ] as const) {
    test(`say it: ${path}`, async ({ page }) => {
      await page.goto(SITE.url + path);
      await expect(page.locator('title')).toHaveText(words);
      const reach = await page.evaluate(() => {
        const texts = [...document.querySelectorAll('text')];
        return texts.map((text) => text.getBoundingClientRect().right);
      });
      const width = await page.evaluate(() => Number(document.documentElement.getAttribute('width')));
      expect(Math.max(...reach)).toBeLessThan(width);
    });
  }

  test('are pictures whose names are no markup', async ({ page }) => {
    await page.goto(`${SITE.url}projects/hostile/outdated.svg`);
    await expect(page.locator('title')).toContainText('<img src=x onerror');
    await expect(page.locator('img, script')).toHaveCount(0);
  });
});
