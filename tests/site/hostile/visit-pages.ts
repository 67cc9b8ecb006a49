import type { BrowserContext, Page } from 'playwright/test';

const AT_ONCE = 4;
const PHONE = { width: 390, height: 844 };

/** Opens every one of these pages on a phone, some at once, and tells what went wrong, a line each. */
export async function visitPages(context: BrowserContext, urls: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  await watch(context, new URL(urls[0] ?? '').origin, found);
  const waiting = urls.values();
  const visitor = async () => {
    const page = await context.newPage();
    await page.setViewportSize(PHONE);
    for (const url of waiting) {
      await page.goto(url);
      for (const problem of await problemsOf(page)) found.push(`${url}: ${problem}`);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  return found;
}

/** Everything that a page may do without showing it: ask a stranger, run, speak, open, download, breach its policy. */
export async function watch(context: BrowserContext, origin: string, found: string[]): Promise<void> {
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) found.push(`asked ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => found.push(`script: ${error.error().message}`));
  context.on('dialog', async (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on('page', (page) => {
    page.on('download', (download) => found.push(`download: ${download.url()}`));
    page.on('popup', (popup) => found.push(`opened ${popup.url()}`));
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`breach: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
}

/** What a page shows: that nothing ran, nothing was framed, all its parts are there and in their places, and none is too wide. */
function problemsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    for (const details of document.querySelectorAll('details')) details.open = true;
    if ('__pwned' in window || 'polluted' in {}) problems.push('a script ran');
    if (frames.length > 0) problems.push('has frames');
    const parts = [...document.body.querySelectorAll(':scope > :not(script, [role="status"])')].map(
      (part) => part.localName,
    );
    if (parts.join(' ') !== 'a header main footer') problems.push(`is made of ${parts.join(' ')}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1,
      );
      problems.push(
        `${scrollWidth} wide: ${wide.slice(0, 3).map((one) => `${one.localName}.${one.className}`)}`,
      );
    }
    const [main, foot] = ['main', 'footer'].map((name) =>
      document.querySelector(name)?.getBoundingClientRect(),
    );
    if (main === undefined || foot === undefined || main.bottom > foot.top + 1)
      problems.push('its parts overlap');
    return problems;
  });
}
