import type { Page } from 'playwright/test';
import { expect, open } from './guarded-test.ts';

/** Opens a comparison and waits until it has what it needs. */
export async function openTool(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.locator('[data-compare][data-ready]')).toBeVisible();
}

/** What the address says, without its path. */
export function addressOf(page: Page): string {
  return new URL(page.url()).search;
}
