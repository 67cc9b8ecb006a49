import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('a project page', () => {
  test('shows where the project stands', async ({ page }) => {
    await open(page, PAGES.alpha);
    const standing = page.locator('main dl').first();
    await expect(standing.locator('div', { hasText: 'Latest stable' }).locator('.version')).toHaveText(
      '1.2.2',
    );
    await expect(standing.locator('div', { hasText: 'Latest pre-release' }).locator('.version')).toHaveText(
      '2.0.0-rc.1',
    );
    await expect(standing.locator('div', { hasText: 'Cadence' })).toContainText(/every (day|\d days)/);
  });

  test('names its channels, its feeds and its facts', async ({ page }) => {
    await open(page, PAGES.alpha);
    const about = page.getByRole('complementary', { name: 'About the project' });
    await expect(about.getByRole('link', { name: 'npm: alpha' })).toHaveAttribute(
      'href',
      'https://www.npmjs.com/package/alpha',
    );
    await expect(about).toContainText('github: acme/alpha');
    for (const format of ['Atom', 'RSS', 'JSON'])
      await expect(about.getByRole('link', { name: format })).toHaveCount(6);
    await expect(about).toContainText('MIT');
  });

  test('says of a package that failed what failed, and since when', async ({ page }) => {
    await open(page, PAGES.vanished);
    await expect(page.getByRole('complementary')).toContainText(
      /npm: vanished\s*not found there since \d+ \w+ \d{4}/,
    );
    await expect(page.locator('.empty')).toHaveText('Nothing has been read of it yet.');
  });

  test('lists the releases of a monorepo under their whole tags', async ({ page }) => {
    await open(page, PAGES.monorepo);
    await page
      .getByRole('link', { name: /@scope\/x@1\.0\.0/ })
      .first()
      .click();
    await expect(page).toHaveURL(SITE.url + PAGES.scoped);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Monorepo @scope/x@1.0.0');
  });
});

test.describe('the status page', () => {
  test('counts what is read, and how fast', async ({ page }) => {
    await open(page, PAGES.status);
    const source = (type: string) =>
      page.locator('.sources div').filter({ has: page.getByText(type, { exact: true }) });
    await expect(source('npm')).toContainText(/4 packages, \d+ releases\s*1 failing/);
    await expect(source('npm')).toContainText('latency not measured yet');
    await expect(source('github')).toContainText(
      /median 12 minutes, 95th percentile 12 minutes\s*of 1 release$/,
    );
    await expect(page.locator('section', { hasText: 'Deep sweep' })).toContainText(
      /0\.4 a day on average here, and \d on the fullest day/,
    );
  });

  test('shows what fails, and what a person can do', async ({ page }) => {
    await open(page, PAGES.status);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 package cannot be read');
    const failure = page.locator('.failures li');
    await expect(failure).toHaveCount(1);
    await expect(failure).toContainText(/pkg:npm\/vanished\s*not found there\s+\(status 404\)\s+since/);
    await expect(failure).toContainText('If it has moved, change its line in the watchlist');
    await failure.getByRole('link', { name: 'Vanished' }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.vanished);
  });
});

test('an address that nothing has leads on', async ({ page, request }) => {
  const reply = await request.get(`${SITE.url}projects/nobody/`);
  expect(reply.status()).toBe(404);
  expect(await reply.text()).toContain('Nothing at this address');
  await open(page, PAGES.notFound);
  await page.getByRole('main').getByRole('link', { name: 'projects' }).click();
  await expect(page).toHaveURL(SITE.url + PAGES.projects);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there to read', async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(page.locator('article').first()).toBeVisible();
    await expect(page.locator('.day time').first()).toHaveText(/\d{1,2} \w+ \d{4}/);
    await open(page, PAGES.projects);
    await expect(page.getByRole('row', { name: /Alpha/ })).toContainText('1.2.2');
    await open(page, PAGES.flavour);
    await expect(page.locator('.notes table')).toBeVisible();
    await open(page, PAGES.manyFiles);
    await page.locator('summary').click();
    await expect(page.getByText('file-003.tgz')).toBeVisible();
    await expect(page.locator('.digest').first()).toHaveText(/^sha256:[0-9a-f]{64}$/);
    await expect(page.getByRole('button')).toHaveCount(0);
    await open(page, PAGES.alpha);
    await expect(page.getByText('[![Alpha: latest version](').first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});
