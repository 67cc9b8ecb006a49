import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { FLOOD } from './fixture-world.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('the feed page', () => {
  test('groups releases by day, newest first', async ({ page }) => {
    await open(page, PAGES.feed);
    const days = await page
      .locator('.day > h2 > time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...new Set(days)].toSorted().toReversed());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What came out');
  });

  test('folds a flood into one entry that leads on', async ({ page }) => {
    await open(page, PAGES.feed);
    const entries = page.locator('article').filter({ has: page.getByRole('heading', { name: /^Flood/ }) });
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText(`and ${FLOOD - 1} more that day`);
    await entries.getByRole('link', { name: '1.28.0' }).click();
    await expect(page).toHaveURL(`${SITE.url}projects/flood/1.28.0/`);
  });

  test('says how far each version goes, and how its notes begin', async ({ page }) => {
    await open(page, PAGES.feed);
    const entry = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Alpha 1.2.2' }) });
    await expect(entry.locator('.meta')).toContainText('patch');
    const first = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Alpha 1.0.0' }) });
    await expect(first.locator('.meta')).toContainText('major');
    await expect(first.locator('.excerpt')).toHaveText('change 0');
  });

  test('leaves out what upstream withdrew, and marks what it deprecated', async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(page.getByRole('heading', { name: 'Alpha 1.2.1' })).toHaveCount(0);
    const entry = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Alpha 1.1.0' }) });
    await expect(entry.locator('.flag')).toHaveText('deprecated');
  });

  test('leads to its parts, and back', async ({ page }) => {
    await open(page, PAGES.feed);
    const parts = page.getByRole('navigation', { name: 'Parts of the feed' });
    await expect(parts.getByRole('link', { name: 'All' })).toHaveAttribute('aria-current', 'page');
    await parts.getByRole('link', { name: 'Stable' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stable releases');
    await expect(page.getByRole('heading', { name: 'Alpha 1.2.2' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Alpha 2.0.0-rc.1' })).toHaveCount(0);
    await parts.getByRole('link', { name: 'infra' }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.tag);
    await expect(page.getByRole('heading', { name: 'Alpha 2.0.0-rc.1' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Monorepo/ })).toHaveCount(0);
  });

  test('goes on month by month', async ({ page }) => {
    await open(page, PAGES.releaseMonth);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('January 2024');
    const days = await page
      .locator('.day > h2 > time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.slice(0, 7)));
    expect(new Set(days)).toEqual(new Set(['2024-01']));
    await page.getByRole('link', { name: /^Newer/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('February 2024');
  });

  test('writes ages beside the dates', async ({ page }) => {
    await open(page, PAGES.feed);
    await expect(page.locator('.day .age').first()).toHaveText(/ago|yesterday|today/);
  });
});

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
      await expect(about.getByRole('link', { name: format })).toHaveCount(2);
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

test.describe('a release page', () => {
  test('shows hostile notes without what is hostile in them', async ({ page }) => {
    await open(page, PAGES.vectors);
    const main = page.getByRole('main');
    await expect(main).toContainText('The end of the vectors.');
    await expect(
      main.locator('script, style, iframe, object, embed, svg, math, form, input, button, base, link, meta'),
    ).toHaveCount(0);
    await expect(page.locator('img')).toHaveCount(0);
    const attributes = await main.evaluate((root) =>
      [...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()),
    );
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    const links = await main
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => !/^(https:|\/tidings\/)/.test(href))).toEqual([]);
    await expect(page.locator('#main')).toHaveCount(1);
  });

  test('has a link in the place of every picture', async ({ page }) => {
    await open(page, PAGES.images);
    await expect(page.locator('img, picture, video, source')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /a chart/ })).toHaveAttribute(
      'href',
      'https://images.example/chart.png',
    );
  });

  test('shows notes that are too long as plain text', async ({ page }) => {
    await open(page, PAGES.huge);
    await expect(page.locator('.notes b')).toHaveCount(0);
    await expect(page.locator('.notes')).toContainText(
      'All work and no play makes a long changelog. <b>Bold.</b>',
    );
  });

  test('keeps the flavour of its forge', async ({ page }) => {
    await open(page, PAGES.flavour);
    const notes = page.locator('.notes');
    await expect(notes.locator('table')).toContainText('--a-rather-long-option-name');
    await expect(notes.locator('.alert')).toContainText('Mind the gap.');
    await expect(notes.getByRole('link', { name: '#42' })).toHaveAttribute(
      'href',
      'https://github.com/acme/hostile/issues/42',
    );
    await expect(notes).toContainText('Edited later.');
  });

  test('has facts and files with their digests', async ({ page }) => {
    await open(page, PAGES.manyFiles);
    await expect(page.locator('.timeline li').first()).toHaveText(/21 January 2024, 13:00 UTC\s*published/);
    await expect(page.locator('.facts')).toContainText('octo-maintainer');
    const files = page.locator('details', { hasText: '13 files' });
    await files.locator('summary').click();
    await expect(files.locator('li')).toHaveCount(13);
    await expect(files.locator('li', { hasText: 'file-003.tgz' }).locator('.digest')).toHaveText(
      /^sha256:[0-9a-f]{64}$/,
    );
    await expect(page.locator('.empty')).toHaveText('No notes came with this release.');
  });

  test('tells what happened to it, and leads to the ledger', async ({ page }) => {
    await open(page, PAGES.flavour);
    const steps = page.locator('.timeline .words');
    await expect(steps).toHaveText([
      'published',
      'there when Tidings first looked',
      'notes edited',
      'file replaced: file-005.tgz',
      'tag moved',
    ]);
    await expect(page.locator('.timeline .alert')).toHaveCount(2);
    await page.getByRole('link', { name: 'tag moved' }).click();
    const place = page.locator(':target');
    await expect(place).toContainText('v1.5.0 tag moved');
    await expect(page).toHaveURL(/\/changes\/\d{4}\/\d\d\/#c[0-9a-f]{16}$/);
    await open(page, PAGES.plain);
    await expect(page.locator('.timeline li')).toHaveCount(2);
  });

  test('says how long after its publication each thing happened', async ({ page }) => {
    await open(page, PAGES.eventful);
    const step = (text: string) => page.locator('.timeline li', { hasText: text }).first();
    await expect(step('notes edited')).toHaveText(/3 January 2024, 12:40 UTC\s*notes edited, 13 hours later/);
    await expect(step('file replaced')).toContainText('3 days later');
    await expect(step('no longer deprecated')).toContainText('moved back within a week');
    await expect(step('tag moved')).toContainText('(github: acme/alpha)');
    await open(page, PAGES.fresh);
    await expect(step('seen by Tidings')).toHaveText(/(?:minute|seconds?) later/);
  });

  test('says that notes may still come, on its page and in the feed', async ({ page }) => {
    await open(page, PAGES.fresh);
    await expect(page.locator('.mark')).toContainText('Notes may still come.');
    await open(page, PAGES.feed);
    await expect(page.locator('.waiting')).toHaveText(['Notes may still come']);
  });

  test('says if upstream stands by it no more', async ({ page }) => {
    await open(page, PAGES.deprecated);
    await expect(page.locator('.mark').first()).toHaveText(/^Deprecated: <img src=x onerror=/);
    await open(page, PAGES.withdrawn);
    await expect(page.locator('.mark-alert').first()).toContainText('Withdrawn.');
  });

  test('leads to its neighbours, whatever is in their names', async ({ page }) => {
    await open(page, PAGES.manyFiles);
    await page.getByRole('link', { name: /^Newer/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('3.0.0-rc.1');
    await page.getByRole('link', { name: /^Newer/ }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.oddTag);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ünïcode/<script>&"\'?#%41');
    await page.getByRole('link', { name: /^Older/ }).click();
    await page.getByRole('link', { name: /^Older/ }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.manyFiles);
  });
});

test('a release says which channels shipped it, and when', async ({ page }) => {
  await open(page, PAGES.shippedRelease);
  const facts = page.getByRole('complementary');
  await expect(facts).toContainText('Where it ships');
  for (const [name, words] of [
    ['pypi: tool', ', first'],
    ['cargo: tool', ', first'],
    ['gitlab: acme/tool', ' later'],
  ] as const) {
    await expect(facts.getByRole('listitem').filter({ hasText: name })).toContainText(words);
  }
});

test.describe('the status page', () => {
  test('counts what is read, and how fast', async ({ page }) => {
    await open(page, PAGES.status);
    const source = (type: string) =>
      page.locator('.sources div').filter({ has: page.getByText(type, { exact: true }) });
    await expect(source('npm')).toContainText(/4 packages, \d+ releases\s*1 failing/);
    await expect(source('npm')).toContainText('latency not measured yet');
    await expect(source('github')).toContainText(
      /median less than a minute, 95th percentile less than a minute\s*of 1 release$/,
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
  });
});
