import { readFile } from 'node:fs/promises';
import { parseOpml } from 'feedsmith';
import type { Page } from 'playwright/test';
import { SITE } from './built-site.ts';
import { PAGES } from './fixture-pages.ts';
import { expect, open, test } from './guarded-test.ts';

const tools = (page: Page) => page.locator('[data-follow-tools]');
const projects = (page: Page) =>
  page
    .locator('article.release:visible')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-project')))]);

async function follow(page: Page, ...names: readonly string[]): Promise<void> {
  await open(page, PAGES.projects);
  for (const name of names) await page.getByRole('button', { name: `Follow ${name}`, exact: true }).click();
}

test('a project is followed on its page, and the feed shows it alone', async ({ page }) => {
  await open(page, PAGES.alpha);
  const button = page.getByRole('button', { name: 'Follow Alpha' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await open(page, PAGES.feed);
  await page.getByLabel('Only what I follow').check();
  expect(await projects(page)).toEqual(['alpha']);
  await expect(page).toHaveURL(`${SITE.url}?only=followed`);
  await open(page, PAGES.projects);
  await page.getByRole('link', { name: 'Show the releases' }).click();
  await expect(page).toHaveURL(`${SITE.url}?only=followed`);
  await open(page, PAGES.alpha);
  await button.click();
  await open(page, '?only=followed');
  expect(await projects(page)).toEqual([]);
});

test('what is followed in one tab is followed in the others', async ({ page, context }) => {
  const [feed, list] = [await context.newPage(), await context.newPage()];
  await feed.goto(`${SITE.url}?only=followed`);
  await list.goto(SITE.url + PAGES.projects);
  await expect(tools(list).getByRole('status')).toContainText('Follow some of them');
  await follow(page, 'Alpha');
  await expect(list.getByRole('button', { name: 'Follow Alpha' })).toHaveAttribute('aria-pressed', 'true');
  await expect(tools(list).getByRole('status')).toHaveText('You follow 1 project in this browser.');
  await expect(feed.locator('article.release:visible').first()).toBeVisible();
  expect(await projects(feed)).toEqual(['alpha']);
});

test('a set is shared as an address, shown, and taken over', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await follow(page, 'Monorepo', 'Alpha');
  await expect(tools(page).getByRole('status')).toHaveText('You follow 2 projects in this browser.');
  await tools(page).getByRole('button', { name: 'Copy the address of this set' }).click();
  await expect(tools(page).getByRole('status')).toContainText('Copied.');
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toBe(`${SITE.url}?follow=alpha,monorepo`);

  const stranger = await browser.newContext();
  const theirs = await stranger.newPage();
  await theirs.goto(SITE.url + PAGES.projects);
  await theirs.getByRole('button', { name: 'Follow Flood' }).click();
  await theirs.goto(address);
  await expect(theirs.locator('[data-shared]')).toContainText('This is a set of 2 projects');
  expect((await projects(theirs)).toSorted()).toEqual(['alpha', 'monorepo']);
  await theirs.reload();
  await theirs.getByRole('button', { name: 'Follow them here too' }).click();
  await expect(theirs).toHaveURL(`${SITE.url}?only=followed`);
  await expect(theirs.locator('[data-shared]')).toBeEmpty();
  await expect(theirs.getByLabel('Project or version')).toBeFocused();
  expect((await projects(theirs)).toSorted()).toEqual(['alpha', 'flood', 'monorepo']);
  await stranger.close();
});

test('a set that somebody shared is left without a trace', async ({ page }) => {
  await open(page, '?follow=flood&hide=pre');
  expect(await projects(page)).toEqual(['flood']);
  await page.locator('[data-shared]').getByRole('button', { name: 'Show everything' }).click();
  await expect(page).toHaveURL(`${SITE.url}?hide=pre`);
  expect((await projects(page)).length).toBeGreaterThan(1);
  await open(page, PAGES.projects);
  await expect(page.locator('[data-follow][aria-pressed="true"]')).toHaveCount(0);
});

test('where the clipboard is refused, the address is shown', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await follow(page, 'Alpha');
  await tools(page).getByRole('button', { name: 'Copy the address of this set' }).click();
  await expect(tools(page).getByRole('link', { name: `${SITE.url}?follow=alpha` })).toBeVisible();
});

test('a set goes to a feed reader as OPML, whatever its names are', async ({ page }) => {
  await follow(page, 'Alpha', 'Rock & <b>Roll</b> "quoted" with-a-name-that-is-long');
  await tools(page).getByLabel('For a feed reader').selectOption('security releases');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tools(page).getByRole('button', { name: 'Download OPML' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tidings.opml');
  const text = await readFile(await download.path(), 'utf8');
  const feeds = parseOpml(text).body?.outlines?.map(({ type, text, xmlUrl, htmlUrl }) => ({
    type,
    text,
    xmlUrl,
    htmlUrl,
  }));
  const feedOf = (id: string, name: string) => ({
    type: 'rss',
    text: `${name}: security releases`,
    xmlUrl: `${SITE.url}projects/${id}/security/atom.xml`,
    htmlUrl: `${SITE.url}projects/${id}/`,
  });
  expect(feeds).toEqual([
    feedOf('alpha', 'Alpha'),
    feedOf('hostile', 'Rock & <b>Roll</b> "quoted" with-a-name-that-is-long'),
  ]);
  const reply = await page.request.get(feeds?.[0]?.xmlUrl ?? '');
  expect(reply.status()).toBe(200);
});
