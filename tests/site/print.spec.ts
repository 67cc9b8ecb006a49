import type { Page } from 'playwright/test';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

/** The printable width of A4 in pixels, within the margins of src/styles/print.css. */
const PAPER = { width: 688, height: 970 };

const PRINTED = {
  alpha: PAGES.alpha,
  flood: PAGES.flood,
  plain: PAGES.plain,
  flavour: PAGES.flavour,
  longWords: PAGES.longWords,
  manyFiles: PAGES.manyFiles,
  oddTag: PAGES.oddTag,
  vectors: PAGES.vectors,
  compare: PAGES.compare,
  compareMany: PAGES.compareMany,
  commands: PAGES.commands,
  gettingStarted: PAGES.gettingStarted,
  sources: PAGES.sources,
};

/** What is of use on a screen alone. */
const CONTROLS = 'nav, button, select, input:not(.notes input), .site-head, .skip, .copy, #feeds, #badges';

async function openOnPaper(page: Page, path: string): Promise<void> {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await open(page, path);
}

/** What reaches beyond the paper, or is cut off by a box that scrolls on a screen. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isCut = (element: Element) => {
      const { overflowX, clip, position } = getComputedStyle(element);
      if (position === 'absolute' || clip !== 'auto') return false;
      const scrolls = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return scrolls || element.getBoundingClientRect().right > width + 1;
    };
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.checkVisibility() && isCut(element))
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
  });
}

for (const [name, path] of Object.entries(PRINTED)) {
  test(`${name} prints without controls, and nothing is cut off`, async ({ page }) => {
    await openOnPaper(page, path);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.locator(CONTROLS).filter({ visible: true })).toHaveCount(0);
    expect(await cutOff(page)).toEqual([]);
    expect(
      await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.documentElement);
        return [color, backgroundColor];
      }),
    ).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  });
}

test('printed notes tell where their links lead, where no number or name does', async ({ page }) => {
  const addressAfter = (name: string) =>
    page
      .locator('.notes')
      .getByRole('link', { name })
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  await openOnPaper(page, PAGES.images);
  expect(await addressAfter('a chart')).toContain('https://images.example/chart.png');
  await openOnPaper(page, PAGES.flavour);
  expect(await addressAfter('#42')).toBe('none');
  expect(await addressAfter('@octocat')).toBe('none');
});

test('what is folded on a screen is open on paper, but for the table of a chart', async ({ page }) => {
  await openOnPaper(page, PAGES.alpha);
  const folded = page.locator('main details:not([open])');
  const texts = folded.filter({ hasNot: page.locator('table') }).locator(':scope > :not(summary)');
  await expect(texts.first()).toBeVisible();
  await expect(folded.locator('table').filter({ visible: true })).toHaveCount(0);
});

test('a printed page says up to when it holds', async ({ page }) => {
  await openOnPaper(page, PAGES.plain);
  await expect(page.locator('.site-foot')).toHaveText(/^\s*Everything here is what upstream said up to/, {
    useInnerText: true,
  });
});
