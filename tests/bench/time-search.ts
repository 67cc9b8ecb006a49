import { type Browser, chromium, type Page } from 'playwright';
import { startStopwatch } from '../../src/platform/stopwatch.ts';
import { CHROMIUM } from '../site/chromium.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { printTable, spread } from './print-table.ts';

const ROUNDS = 5;
// In the notes of the generator: in four of five, two words in two of three, in half, in a fifth, two words in few, and in some twenty.
const QUERIES = ['parser', 'remove deprecated', 'guide', 'internal', 'internal documentation', '4711'];
const NOTES = '#found-notes .hit';
// Said 400 ms after the last of them is known.
const COUNTED = '#search-status';

/** Prints how long a reader in Chromium waits for what the search of a built site finds, and what a visit loads. */
export async function timeSearch(dist: string, base: string): Promise<void> {
  const { port, close } = await serveFolder(dist, base);
  const browser = await chromium.launch({ ...CHROMIUM });
  const address = `http://localhost:${port}/${base}/search/`;
  try {
    const head = [
      '',
      'typed when ready',
      'typed when quiet',
      'typed again',
      'all counted, +400',
      'a version',
    ];
    const rows: string[][] = [];
    for (const query of QUERIES) rows.push([query, ...(await timeQuery(browser, address, query))]);
    const title = `ms to the first notes in Chromium on localhost; median, lowest and highest of ${ROUNDS} rounds`;
    printTable(title, [head, ...rows]);
    printTable('kB that a visit loads, as they are served', [
      ['', 'kB'],
      ...(await loadedBy(browser, address)),
    ]);
  } finally {
    await browser.close();
    await close();
  }
}

async function timeQuery(browser: Browser, address: string, query: string): Promise<string[]> {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const early = await openSearch(browser, address);
    const ready = await millisecondsTo(early, query, NOTES);
    await early.close();
    const page = await openSearch(browser, address);
    await page.waitForLoadState('networkidle');
    const quiet = await millisecondsTo(page, query, NOTES);
    await millisecondsTo(page, 'zzzzqqqq', COUNTED, 'Nothing');
    const again = await millisecondsTo(page, query, NOTES);
    await millisecondsTo(page, 'zzzzqqqq', COUNTED, 'Nothing');
    const counted = await millisecondsTo(page, query, COUNTED, 'notes of');
    const version = await millisecondsTo(page, `project-${round + 7} 1.3`, '#found-releases .hit');
    rounds.push([ready, quiet, again, counted, version]);
    await page.close();
  }
  return (rounds[0] ?? []).map((_, column) => spread(rounds.map((round) => round[column] ?? 0)));
}

async function loadedBy(browser: Browser, address: string): Promise<string[][]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  context.on('response', async (response) => {
    bytes += (await response.body()).length;
  });
  const rows: string[][] = [];
  const seconds = startStopwatch();
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  rows.push([`the page and its indexes, ${seconds().toFixed(1)} s`, (bytes / 1000).toFixed(0)]);
  await millisecondsTo(page, QUERIES[0] ?? '', COUNTED, 'notes of');
  rows.push(['… and the first word', (bytes / 1000).toFixed(0)]);
  await context.close();
  return rows;
}

async function openSearch(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector('[data-search][data-ready]');
  return page;
}

/** From the last letter of a query to what is to be seen then, by the clock of the page. */
function millisecondsTo(page: Page, query: string, selector: string, text = ''): Promise<number> {
  return page.evaluate(
    async ([words, wanted, part]) => {
      const field = document.querySelector<HTMLInputElement>('#query');
      if (field === null) throw new Error('the page has no field');
      const start = performance.now();
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (document.querySelector(wanted)?.textContent.includes(part) !== true) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - start;
    },
    [query, selector, text] as const,
  );
}
