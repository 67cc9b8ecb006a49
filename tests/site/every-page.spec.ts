import { readFile } from 'node:fs/promises';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright/test';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

declare global {
  var axe: typeof Axe;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'] as const;
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const AXE = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

// What watches the size of the page has seen it by then.
function nextFrames(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** What axe finds, a line a node. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (values) => {
    const found = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
  }, RULES);
}

/** Elements that reach beyond the page's right edge, if they make it scroll. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...wide.slice(0, 5).map((element) => `${element.tagName}.${element.className}`),
    ];
  });
}

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name}: fits phone and desktop, and axe finds nothing in light and dark`, async ({ page }) => {
    await open(page, path);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(AXE);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.evaluate(nextFrames);
      expect(await overflow(page), size).toEqual([]);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), `${size}, ${colorScheme}`).toEqual([]);
      }
    }
  });
}
