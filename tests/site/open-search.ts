import type { Page } from 'playwright/test';
import { PAGES } from './fixture-pages.ts';
import { expect, open } from './guarded-test.ts';

/** Opens the search, and waits until it knows the releases. */
export async function openSearch(page: Page, asked = ''): Promise<void> {
  await open(page, PAGES.search + asked);
  await expect(page.locator('[data-search][data-ready]')).toBeVisible();
}

/** What was found in a part. */
export function hits(page: Page, part: 'projects' | 'releases' | 'notes') {
  return page.locator(`#found-${part} .hit`);
}
