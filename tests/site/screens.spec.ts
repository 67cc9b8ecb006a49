import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';
import { VISIT } from './moments.ts';

/** Every template, by a page of the fixture that shows what it can. */
const SCREENS: Readonly<Record<string, string>> = {
  feed: PAGES.feed,
  filter: PAGES.security,
  list: PAGES.usedList,
  tag: PAGES.tag,
  month: PAGES.releaseMonth,
  projects: PAGES.projects,
  project: PAGES.alpha,
  release: PAGES.eventful,
  compare: PAGES.compare,
  changes: PAGES.month,
  advisories: PAGES.advisories,
  stats: PAGES.stats,
  search: PAGES.found,
  subscribe: PAGES.subscribe,
  upgrade: PAGES.upgrade,
  status: PAGES.status,
  docs: PAGES.docs,
  doc: PAGES.gettingStarted,
  api: PAGES.api,
  404: PAGES.notFound,
};

/** What some of them do until they show what they are for. */
const UNTIL_SHOWN: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  compare: (page) => expect(page.locator('[data-compare][data-ready]')).toBeVisible(),
  search: (page) => expect(page.locator('#search-status')).toContainText('notes of'),
  subscribe: (page) => page.getByRole('checkbox', { name: 'alpha' }).first().check(),
  upgrade: dropFile,
};

/** Where a tool says what came of it: from there on it is pictured. */
const FROM: Readonly<Record<string, string>> = {
  compare: '#proposed',
  search: '#query',
  upgrade: '#plan-status',
};

// What comes first on a page, and no more of it: a repository keeps every picture that was ever taken. A tablet in the dark
// would show nothing that the two others do not.
const VIEWS = [
  { width: 390, height: 580, schemes: ['light', 'dark'] },
  { width: 820, height: 440, schemes: ['light'] },
  { width: 1280, height: 500, schemes: ['light', 'dark'] },
] as const;

async function dropFile(page: Page): Promise<void> {
  await expect(page.locator('[data-planner][data-ready]')).toBeVisible();
  const packages = { '': { dependencies: { alpha: '*' } }, 'node_modules/alpha': { version: '1.1.0' } };
  const buffer = Buffer.from(JSON.stringify({ lockfileVersion: 3, packages }));
  await page.setInputFiles('#files', { name: 'package-lock.json', mimeType: 'application/json', buffer });
  await expect(page.getByRole('status')).toContainText('in use');
}

/** Each run serves the site at another port, and some pages show it. */
async function hidePort(page: Page): Promise<void> {
  await page.evaluate(() => {
    const hidden = (text: string) => text.replaceAll(/localhost:\d+/g, 'localhost:4321');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.nodeValue = hidden(texts.currentNode.nodeValue ?? '');
    for (const field of document.querySelectorAll('textarea')) field.value = hidden(field.value);
  });
}

// Letters are drawn by the fonts and the libraries of the system: elsewhere every picture would differ a little, and tell nothing.
function isWhereTheyWereTaken(): boolean {
  const system = '/etc/os-release';
  return (
    process.platform === 'linux' &&
    process.arch === 'x64' &&
    existsSync('/usr/bin/chromium') &&
    process.env['CHROMIUM_PATH'] === undefined &&
    existsSync(system) &&
    /^ID=debian$/m.test(readFileSync(system, 'utf8'))
  );
}

test.describe('looks as it did', () => {
  test.skip(
    !isWhereTheyWereTaken(),
    'the pictures were taken by the Chromium of Debian on x64, and other systems draw letters differently',
  );

  for (const [name, path] of Object.entries(SCREENS)) {
    test(`${name}`, async ({ page }) => {
      await page.clock.setFixedTime(VISIT);
      await open(page, path);
      await UNTIL_SHOWN[name]?.(page);
      await hidePort(page);
      await page.evaluate(() => document.fonts.ready);
      for (const { width, height, schemes } of VIEWS) {
        await page.setViewportSize({ width, height });
        await page.evaluate((from) => document.querySelector(from)?.scrollIntoView(), FROM[name] ?? 'body');
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          await expect.soft(page).toHaveScreenshot([name, `${width}-${colorScheme}.png`]);
        }
      }
    });
  }
});
