import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

test.describe('a release page', () => {
  test('shows hostile notes without what is hostile in them', async ({ page }) => {
    await open(page, PAGES.vectors);
    const main = page.getByRole('main');
    await expect(main).toContainText('The end of the vectors.');
    await expect(
      main.locator(
        'script, style, iframe, object, embed, svg, math, form, input, button:not(.copy), base, link, meta',
      ),
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

  test('begins its notes with an outline that leads to their headings', async ({ page }) => {
    await open(page, PAGES.flavour);
    const outline = page.getByRole('navigation', { name: 'In these notes' });
    await expect(outline.getByRole('link')).toHaveText([
      'A title of the notes',
      'Ünïcode & bold',
      'Again',
      'Again',
    ]);
    await outline.getByRole('link', { name: 'Again' }).last().click();
    await expect(page).toHaveURL(/#notes-again--2$/);
    await expect(page.locator(':target')).toBeInViewport();
    expect(await page.locator(':target ~ p').first().textContent()).toBe('The end.');
    await open(page, PAGES.plain);
    await expect(outline).toHaveCount(0);
  });

  test('lets one copy a digest, or all of them for sha256sum', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await open(page, PAGES.manyFiles);
    await page.locator('summary', { hasText: '13 files' }).click();
    const button = page.getByRole('button', { name: 'Copy digest of file-003.tgz' });
    await button.click();
    await expect(button).toHaveText('Copied');
    await expect(page.getByRole('status')).toHaveText('Copied: Copy digest of file-003.tgz');
    const digest = await page
      .locator('.files li', { hasText: 'file-003.tgz' })
      .locator('.digest')
      .textContent();
    expect(await copied()).toBe(digest);
    await page.getByRole('button', { name: 'Copy 12 as sha256sums' }).click();
    await expect.poll(copied).toContain(`${digest?.slice('sha256:'.length)}  file-003.tgz\n`);
    expect((await copied()).split('\n')).toHaveLength(13);
  });

  test('says that it could not copy, where the browser does not let it', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await open(page, PAGES.plain);
    await page.getByRole('button', { name: /^Copy digest of / }).click();
    await expect(page.getByRole('button', { name: /^Copy digest of / })).toHaveText('Not copied');
    await expect(page.getByRole('status')).toContainText('select the text');
  });

  test('tells of its provenance what upstream says', async ({ page }) => {
    await open(page, PAGES.plain);
    await expect(page.locator('.facts div', { hasText: 'Provenance' })).toContainText('attested, slsa.dev/');
    await open(page, PAGES.oddTag);
    await expect(page.locator('.facts div', { hasText: 'Immutable' })).toContainText('locked upstream');
  });

  test('leads along its track, and to what came between', async ({ page }) => {
    await open(page, PAGES.upcoming);
    const links = page.getByRole('complementary');
    await expect(links.getByRole('link', { name: 'Notes since 1.2.2' })).toHaveAttribute(
      'href',
      '/tidings/projects/alpha/compare/?from=1.2.2&to=2.0.0-rc.1',
    );
    await open(page, PAGES.plain);
    await page.getByRole('link', { name: /^Previous on 1/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alpha 1.2.0');
    await page.getByRole('link', { name: /^Next on 1/ }).click();
    await expect(page).toHaveURL(SITE.url + PAGES.plain);
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
    await expect(step('seen by Tidings')).toHaveText(/12 minutes later/);
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
