import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright/test';
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

const TAKEN_WITH = join(import.meta.dirname, '../goldens/screens/taken-with.txt');

// Letters are drawn by the browser and the fonts of the system: with others every picture would differ a little, and tell nothing.
function drawnWith(browser: Browser): string {
  const format = '%{family} %{style} %{fontversion}\n';
  const { stdout } = spawnSync('fc-list', ['--format', format], { encoding: 'utf8' });
  const fonts = [...new Set((stdout ?? '').split('\n'))].sort().join('\n');
  const hash = createHash('sha256').update(fonts).digest('hex').slice(0, 16);
  return `Chromium ${browser.version()} on ${process.platform}-${process.arch}, fonts ${hash}\n`;
}

test.describe('looks as it did', () => {
  test.beforeEach(({ browser }, { config }) => {
    const here = drawnWith(browser);
    if (config.updateSnapshots === 'changed') writeFileSync(TAKEN_WITH, here);
    const there = readFileSync(TAKEN_WITH, 'utf8');
    test.skip(here !== there, `the pictures were taken with ${there.trim()}, and this is ${here.trim()}`);
  });

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
