import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright/test';
import { upgradeNotesPath } from '../../src/derive/upgrade/upgrade-notes.ts';
import { CHROMIUM } from '../site/chromium.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { makeProject } from './make-project.ts';
import { figure, machine, median, printTable, spread } from './print-table.ts';
import { runMeasured } from './run-measured.ts';

// Compares versions of a project with 400 releases in Chromium: from a choice to the second frame after it, beside what the same
// browser needs for two frames in which nothing is to be done, and for JSON.parse of the files that the page reads.

const RELEASES = 400;
const DISTANCES = [1, 50, 200, 399];
const ROUNDS = 7;
const FOLDER = 'projects/project-0/compare/';
const FILES = [`${FOLDER}versions.json`, upgradeNotesPath('project-0')];

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-compare-'));
try {
  await makeProject(folder, 1, RELEASES);
  const { port, close } = await serveFolder(join(folder, 'dist'), 'site');
  const TIDINGS_SITE = `http://localhost:${port}/site/`;
  await runMeasured(['scripts/build.ts'], {
    folder,
    environment: { TIDINGS_SITE },
  });
  const browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage();
  await page.goto(TIDINGS_SITE + FOLDER);
  await page.locator('[data-compare][data-ready]').waitFor();
  const texts = await Promise.all(FILES.map((file) => readFile(join(folder, 'dist', file), 'utf8')));
  const idle = await repeat(() => page.evaluate(twoFrames));
  const parse = await repeat(() => page.evaluate(parseAll, texts));
  const rows: string[][] = [];
  for (const distance of DISTANCES)
    rows.push(
      row(
        `${distance} ${distance === 1 ? 'release' : 'releases'}`,
        await repeat(() => chooseFrom(page, distance)),
        idle,
      ),
    );
  await browser.close();
  await close();
  const sizes = texts.map((text) => `${(gzipSync(text).length / 1000).toFixed(1)} kB`);
  printTable(
    `compare: a project of ${RELEASES} releases in Chromium, its files ${sizes.join(' and ')} gzip; median, lowest and highest of ${ROUNDS} (${machine()})`,
    [
      ['', 'ms', '× two idle frames'],
      row('two idle frames', idle, idle),
      row('JSON.parse of both files', parse, idle),
      ...rows,
    ],
  );
} finally {
  await rm(folder, { recursive: true });
}

function row(name: string, times: readonly number[], idle: readonly number[]): string[] {
  return [name, spread(times), figure(median(times) / median(idle))];
}

async function repeat(measure: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  while (times.length < ROUNDS) times.push(await measure());
  return times;
}

/** Milliseconds from a choice of so many releases below the highest until it is painted. */
function chooseFrom(page: Page, distance: number): Promise<number> {
  return page.evaluate(async (below) => {
    const [from, to] = [...document.querySelectorAll<HTMLSelectElement>('.range select')];
    if (from === undefined || to === undefined) throw new Error('no comparison on this page');
    to.selectedIndex = 1;
    from.selectedIndex = 1 + below;
    const start = performance.now();
    from.dispatchEvent(new Event('change'));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - start;
  }, distance);
}

async function twoFrames(): Promise<number> {
  const start = performance.now();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}

function parseAll(all: readonly string[]): number {
  const start = performance.now();
  for (const text of all) JSON.parse(text);
  return performance.now() - start;
}
