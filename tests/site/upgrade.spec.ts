import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** A lock file of npm with these packages, all asked for but the last. */
function lockFile(packages: Readonly<Record<string, string>>): string {
  const names = Object.keys(packages);
  const places = Object.entries(packages).map(([name, version]) => [`node_modules/${name}`, { version }]);
  const dependencies = Object.fromEntries(names.slice(0, -1).map((name) => [name, '*']));
  return JSON.stringify({
    lockfileVersion: 3,
    packages: Object.fromEntries([['', { dependencies }], ...places]),
  });
}

/** Opens the planner, waits until it has what it needs, and counts what is asked of the network from then on. */
async function openPlanner(page: Page): Promise<string[]> {
  await open(page, PAGES.upgrade);
  await expect(page.locator('[data-planner][data-ready]')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  return asked;
}

async function give(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('#files', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const LOCK = lockFile({ alpha: '1.1.0', flood: '0.0.1', stranger: '1.0.0', '@acme/deep': '2.0.0' });

test.describe('the upgrade planner', () => {
  test('says what is behind, in which order to go, and what nobody follows, and asks nobody', async ({
    page,
  }) => {
    const asked = await openPlanner(page);
    await give(page, 'package-lock.json', LOCK);
    await expect(page.getByRole('status')).toContainText(
      '2 of 3 packages in use are followed here; 2 behind',
    );
    await expect(page.locator('.step .step-name')).toHaveText(['alpha', 'flood']);
    await expect(page.locator('.step').first()).toContainText('1.1.0 → 1.2.2');
    await expect(page.getByRole('heading', { name: 'Not followed here (1)' })).toBeVisible();
    await expect(page.locator('#lines')).toHaveValue("  - { package: 'pkg:npm/stranger', uses: '1.0.0' }\n");
    expect(asked).toEqual([]);
  });

  test('counts what was brought along when asked to', async ({ page }) => {
    await openPlanner(page);
    await give(page, 'package-lock.json', LOCK);
    await page.getByLabel('only what was asked for').uncheck();
    await expect(page.getByRole('status')).toContainText('2 of 4 packages');
    await expect(page.locator('#lines')).toHaveValue(/pkg:npm\/%40acme\/deep/);
  });

  test('shows the notes between when a step is opened, and reads them once', async ({ page }) => {
    const asked = await openPlanner(page);
    await give(page, 'package-lock.json', LOCK);
    const step = page.locator('.step').first();
    await step.locator('summary').click();
    await expect(step.getByRole('link', { name: 'All of Alpha' })).toBeVisible();
    await expect(step.locator('.kind li').first()).toBeVisible();
    await step.locator('summary').click();
    await step.locator('summary').click();
    expect(asked.map((request) => request.replace(/^.*\/tidings/, ''))).toEqual([
      '/api/v1/upgrade/notes/alpha.json',
    ]);
    await step.locator('.kind a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Alpha');
  });

  test('puts a checklist and a document into the clipboard', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPlanner(page);
    await give(page, 'package-lock.json', LOCK);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy as checklist' }).click();
    await expect.poll(clipboard).toMatch(/^- \[ \] alpha 1\.1\.0 → 1\.2\.2 \(/);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(clipboard).toMatch(/^# Upgrade plan\n/);
  });

  test('says what is wrong with a file, and takes the others', async ({ page }) => {
    await openPlanner(page);
    await page.setInputFiles('#files', [
      { name: 'package-lock.json', mimeType: 'text/plain', buffer: Buffer.from('{ broken') },
      { name: 'requirements.txt', mimeType: 'text/plain', buffer: Buffer.from('tool==1.0\n') },
    ]);
    const status = page.getByRole('status');
    await expect(status).toContainText('package-lock.json: not JSON');
    await expect(status).toContainText('1 of 1 package in use is followed here');
  });

  test('shows hostile names as text', async ({ page }) => {
    await openPlanner(page);
    const evil = '<img src=x onerror="window.__pwned=1">';
    await give(page, 'package-lock.json', lockFile({ alpha: `1.0.0-${evil}`, [evil]: '1.0.0', z: '1' }));
    await expect(page.locator('#lines')).toHaveValue(/pkg:npm\/%3Cimg%20src/);
    await page.getByText('What, and why').click();
    await expect(page.locator('#plan li')).toContainText(evil);
  });

  test('takes a file that is dropped', async ({ page }) => {
    await openPlanner(page);
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'package-lock.json'));
      return data;
    }, LOCK);
    await page.dispatchEvent('[data-planner]', 'drop', { dataTransfer: transfer });
    await expect(page.locator('.step')).toHaveCount(2);
  });

  test('reads this project’s own lock file, and the bill of materials that npm makes of it', async ({
    page,
  }) => {
    const asked = await openPlanner(page);
    const lock = await readFile(join(PROJECT, 'package-lock.json'), 'utf8');
    const sbom = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
    const { stdout } = await promisify(execFile)('npm', sbom, { cwd: PROJECT, maxBuffer: 64_000_000 });
    const told: (string | null)[] = [];
    for (const [name, text] of [
      ['package-lock.json', lock],
      ['bom.json', stdout],
    ] as const) {
      await give(page, name, text);
      await expect(page.getByRole('status')).toContainText(name === 'bom.json' ? 'CycloneDX' : 'npm:');
      told.push(await page.locator('#plan h2').last().textContent());
    }
    expect(told[0]).toMatch(/^Not followed here \(\d\d\)$/);
    expect(asked).toEqual([]);
  });
});

test('without scripts the planner says that it is a tool, and what does the same', async () => {
  const html = await readFile(join(SITE.dist, PAGES.upgrade, 'index.html'), 'utf8');
  expect(/<noscript>(.*?)<\/noscript>/s.exec(html)?.[1]).toContain('npm run outdated');
});
