import { test as base, expect, type Page } from 'playwright/test';
import { SITE } from './built-site.ts';

/** What went wrong while a page was open: scripts that ran, errors, requests to strangers. */
type Faults = readonly string[];

/**
 * Playwright's test, with a page that may load from the site alone, and that fails its test for any error in the console (a
 * breach of the content security policy is one), any error of a script, any request to another host and any trace of the
 * scripts in the hostile notes.
 */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      await watch(page, faults);
      await use(faults);
      for (const frame of page.frames()) {
        if (await frame.evaluate('"__pwned" in window')) faults.push(`a script ran in ${frame.url()}`);
      }
      expect(faults).toEqual([]);
      // An answer that still waits for its server when a test ends is no error of that test.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true },
  ],
});

export { expect };

async function watch(page: Page, faults: string[]): Promise<void> {
  const { origin } = new URL(SITE.url);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('dialog', async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (new URL(url).origin === origin) return route.continue();
    faults.push(`request to ${url}`);
    return route.abort();
  });
}

/** Opens a page of the site by its path below the base. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(SITE.url + path);
}
