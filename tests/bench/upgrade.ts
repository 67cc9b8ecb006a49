import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright/test';
import { parsePackage } from '../../src/core/package.ts';
import {
  UPGRADE_INDEX_PATH,
  type UpgradeIndex,
  upgradeIndex,
} from '../../src/derive/upgrade/upgrade-index.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../build-release.ts';
import { CHROMIUM } from '../site/chromium.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { figure, machine, printTable, spread } from './print-table.ts';

// Gives the planner in Chromium a lock file of 2,000 packages, each of which is followed and has 50 releases: from the file to the plan,
// as a ratio to the same browser's JSON.parse of the same two texts. Needs a built site: npm run build.

const PACKAGES = 2000;
const RELEASES = 50;
const ROUNDS = 5;
const PAGE = join(import.meta.dirname, '../../dist/upgrade/index.html');

if (!(await stat(PAGE).catch(() => undefined))) throw new Error('there is no dist/: run npm run build first');

const versions = Array.from(
  { length: RELEASES },
  (_, index) => `${1 + Math.floor(index / 20)}.${index % 20}.0`,
);

function index(): UpgradeIndex {
  const releases = versions.map((version, day) =>
    aRelease({
      version,
      publishedAt: new Date(Date.UTC(2024, 0, 1 + 9 * day)).toISOString().replace('.000', ''),
    }),
  );
  const held = Array.from({ length: PACKAGES }, (_, number) => {
    const name = `package-${number}`;
    const project = aProject({ id: name, name, package: parsePackage(`pkg:npm/${name}`) });
    return { project, entries: entriesOf(releases, project) };
  });
  return upgradeIndex(held, [], IMPORTED, { breaks: ({ step }) => step.breaking, secures: () => false });
}

function lockFile(): string {
  const names = Array.from({ length: PACKAGES }, (_, number) => `package-${number}`);
  const places = names.map((name, number) => [
    `node_modules/${name}`,
    { version: versions[number % RELEASES] },
  ]);
  const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
  return JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies }, ...Object.fromEntries(places) },
  });
}

const indexText = JSON.stringify(index());
const lock = lockFile();
const { port, close } = await serveFolder(join(PAGE, '../..'), 'site');
const browser = await chromium.launch(CHROMIUM);
const plans: number[] = [];
const parses: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const page = await browser.newPage();
  await page.route(`**/${UPGRADE_INDEX_PATH}`, (route) =>
    route.fulfill({ body: indexText, contentType: 'application/json' }),
  );
  // The site lies at the root of its address, and so do its links.
  await page.route(`http://localhost:${port}/**`, (route) => {
    const url = new URL(route.request().url());
    return url.pathname.startsWith('/site/') || url.pathname.endsWith(UPGRADE_INDEX_PATH)
      ? route.fallback()
      : route.continue({ url: `${url.origin}/site${url.pathname}` });
  });
  await page.goto(`http://localhost:${port}/site/upgrade/`);
  await page.locator('[data-planner][data-ready]').waitFor();
  plans.push(await page.evaluate(plan, lock));
  parses.push(await page.evaluate(parse, [indexText, lock]));
  await page.close();
}
await browser.close();
await close();

/** Milliseconds from a file that is chosen to the plan on the page. */
async function plan(text: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('#files');
  const shown = document.querySelector('#plan');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'package-lock.json'));
  if (input === null || shown === null) throw new Error('no planner on this page');
  input.files = transfer.files;
  const start = performance.now();
  const done = new Promise<void>((resolve) =>
    new MutationObserver(() => resolve()).observe(shown, { childList: true }),
  );
  input.dispatchEvent(new Event('change'));
  await done;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - start;
}

/** Milliseconds in which the same browser only parses the same texts. */
function parse(texts: readonly string[]): number {
  const start = performance.now();
  for (const text of texts) JSON.parse(text);
  return performance.now() - start;
}

const kilobytes = (text: string) => (gzipSync(text).length / 1024).toFixed(0);
printTable(
  `upgrade: ${PACKAGES} packages in use × ${RELEASES} releases in Chromium; median, lowest and highest of ${ROUNDS} (${machine()})`,
  [
    ['', 'ms', '× JSON.parse of the same', 'KB gzip'],
    [
      'from the file to the plan',
      spread(plans),
      figure((plans.toSorted((a, b) => a - b)[2] ?? 0) / (parses.toSorted((a, b) => a - b)[2] ?? 1)),
      '',
    ],
    ['JSON.parse', spread(parses), '1.00', `index ${kilobytes(indexText)}, lock ${kilobytes(lock)}`],
  ],
);
