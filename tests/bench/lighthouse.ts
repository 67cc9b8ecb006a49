import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { runNode } from '../../src/platform/run-node.ts';
import { CHROMIUM } from '../site/chromium.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { figure, machine, median, printTable } from './print-table.ts';

// Lighthouse, as a phone on a slow network that it simulates, on the pages that readers open. Builds the site of data/ for it.

// Without compression, which GitHub Pages has too, its figures would say nothing.

// Not a package of the project: it brings 300 others, and nothing but this needs it.
const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = 5;
const BASE = 'tidings';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const Report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      scoreDisplayMode: z.string(),
      displayValue: z.string().optional(),
    }),
  ),
});
type Report = z.infer<typeof Report>;

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-lighthouse-'));
const dist = join(folder, 'dist');
const { port, close } = await serveFolder(dist, BASE, 'gzip');
try {
  await build(`http://localhost:${port}/${BASE}/`);
  await run('npm', [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    LIGHTHOUSE,
  ]);
  await measure(await pagesOf(dist));
} finally {
  await close();
  await rm(folder, { recursive: true });
}

async function build(site: string): Promise<void> {
  const environment = { TIDINGS_SITE: site };
  const { code, output } = await runNode(['scripts/build.ts', '--out', dist], {
    hearing: 'keep',
    environment,
  });
  if (code !== 0) throw new Error(`the build failed:\n${output}`);
}

/** The feed, a project, its newest release and the tools: the paths below the site. */
async function pagesOf(site: string): Promise<string[]> {
  const [project = ''] = await foldersOf(join(site, 'projects'));
  const releases = await foldersOf(join(site, 'projects', project));
  const release = releases.filter((name) => /^\d/.test(name)).at(-1) ?? '';
  const tools = ['stats/', 'search/'];
  return ['', `projects/${project}/`, `projects/${project}/${release.replaceAll('%', '%25')}/`, ...tools];
}

async function foldersOf(path: string): Promise<string[]> {
  const found = await readdir(path, { withFileTypes: true });
  return found
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function measure(pages: readonly string[]): Promise<void> {
  const rows: string[][] = [['page', ...CATEGORIES, 'FCP', 'LCP', 'CLS', 'TBT']];
  const below = new Map<string, number>();
  for (const page of pages) {
    const reports: Report[] = [];
    for (let round = 0; round < RUNS; round += 1) reports.push(await audit(page));
    const scores = CATEGORIES.map((category) =>
      of(reports, ({ categories }) => categories[category]?.score, 100),
    );
    rows.push([`/${page}`, ...scores, ...timesOf(reports)]);
    for (const one of reports.flatMap(imperfect))
      below.set(`/${page} ${one}`, (below.get(`/${page} ${one}`) ?? 0) + 1);
  }
  const load = loadavg()[0] ?? 0;
  printTable(`Lighthouse, medians of ${RUNS} runs (${machine()}, load ${figure(load)})`, rows);
  const audits = [...below].map(([audit, times]) => `${audit} (${times} of ${RUNS})`);
  process.stdout.write(`\naudits below 1:\n${audits.join('\n') || 'none'}\n`);
}

async function audit(page: string): Promise<Report> {
  const path = join(folder, 'report.json');
  const flags = CHROMIUM.args.concat('--headless=new').join(' ');
  await run(
    process.execPath,
    [
      join(folder, 'node_modules/lighthouse/cli/index.js'),
      `http://localhost:${port}/${BASE}/${page}`,
      '--form-factor=mobile',
      '--throttling-method=simulate',
      `--only-categories=${CATEGORIES.join(',')}`,
      '--output=json',
      `--output-path=${path}`,
      '--no-enable-error-reporting',
      '--quiet',
      `--chrome-flags=${flags}`,
    ],
    {
      env: {
        ...process.env,
        ...(CHROMIUM.executablePath !== undefined && { CHROME_PATH: CHROMIUM.executablePath }),
      },
    },
  );
  return Report.parse(JSON.parse(await readFile(path, 'utf8')));
}

function timesOf(reports: readonly Report[]): string[] {
  return [
    'first-contentful-paint',
    'largest-contentful-paint',
    'cumulative-layout-shift',
    'total-blocking-time',
  ].map((id) => {
    const shown = reports.map(({ audits }) =>
      Number.parseFloat(audits[id]?.displayValue?.replace(',', '') ?? ''),
    );
    return figure(median(shown));
  });
}

function of(
  reports: readonly Report[],
  pick: (report: Report) => number | null | undefined,
  times: number,
): string {
  return String(Math.round(median(reports.map((report) => pick(report) ?? 0)) * times));
}

/** The audits that a page does not pass in full, with what they say. */
function imperfect({ audits }: Report): string[] {
  return Object.entries(audits)
    .filter(
      ([, { score, scoreDisplayMode }]) => scoreDisplayMode !== 'informative' && score !== null && score < 1,
    )
    .map(([id]) => id);
}
