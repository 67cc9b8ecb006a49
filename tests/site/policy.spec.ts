import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as bare, expect, type Page } from 'playwright/test';
import { listFiles } from '../../src/platform/files.ts';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { open, test } from './guarded-test.ts';

/** What every page allows, by directive. Nothing else is allowed. */
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-src': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'manifest-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/g;

function policyOf(html: string): Record<string, string[]> {
  const policies = [...html.matchAll(META)].map(([, policy = '']) => policy);
  if (policies.length !== 1) throw new Error(`${policies.length} policies`);
  const directives = policies.flatMap((policy) => policy.split(';').map((one) => one.trim().split(/\s+/)));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

test('every page has the one policy, before anything that it governs, and no script or style of its own', async () => {
  const pages = (await listFiles(SITE.dist)).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(Object.keys(PAGES).length);
  for (const path of pages) {
    const html = await readFile(join(SITE.dist, path), 'utf8');
    expect(policyOf(html), path).toEqual(POLICY);
    const governed = html.search(/<(?:script|style|link rel="(?:stylesheet|modulepreload))/);
    expect(governed, path).toBeGreaterThan(html.search(META));
    expect(html.match(/<style|<script(?![^>]* src=)|<[^>]* (?:style|on\w+)="/g), path).toBeNull();
  }
});

test('every kind of page does its work under the policy', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
      console.error(`violation: ${violatedDirective} ${sample}`);
    });
  });
  // The guard of the test counts what goes to the console as an error.
  for (const path of Object.values(PAGES)) {
    const answer = page.waitForEvent('load');
    await open(page, path);
    await answer;
  }
});

/** What becomes of an attempt to make a script, or markup, out of a text: the name of the error, else “done”. */
function attempts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const ways = {
      innerHTML: () => {
        document.body.innerHTML = '<b>bold</b>';
      },
      insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'),
      'document.write': () => document.write('<b>bold</b>'),
      srcdoc: () => {
        document.createElement('iframe').srcdoc = '<b>bold</b>';
      },
      'script.src': () => {
        document.createElement('script').src = 'https://evil.example/x.js';
      },
      'script.text': () => {
        document.createElement('script').text = 'window.__pwned = 1';
      },
      'onclick attribute': () => document.body.setAttribute('onclick', 'window.__pwned = 1'),
      worker: () => new Worker('/tidings/other.js'),
      'another policy': () =>
        globalThis.trustedTypes?.createPolicy('evil', { createScriptURL: (url) => url }),
    };
    return Object.fromEntries(
      Object.entries(ways).map(([name, way]) => {
        try {
          way();
          return [name, 'done'];
        } catch (error) {
          return [name, error instanceof Error ? error.name : 'thrown'];
        }
      }),
    );
  });
}

// A breach is an error in the console, which the guarded test takes for a fault.
for (const name of ['feed', 'alpha', 'vectors', 'found', 'upgrade'] as const) {
  bare(`${name}: no text becomes markup or a script`, async ({ page }) => {
    await page.goto(SITE.url + PAGES[name]);
    if (name === 'found') await expect(page.getByRole('status')).toHaveText(/^Found/);
    const tried = await attempts(page);
    for (const [way, outcome] of Object.entries(tried)) expect(outcome, way).toBe('TypeError');
    expect(Object.keys(tried)).toHaveLength(9);
    expect(await page.evaluate('"__pwned" in window')).toBe(false);
  });
}
