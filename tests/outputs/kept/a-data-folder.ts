import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePackage } from '../../../src/core/package.ts';
import type { Release } from '../../../src/core/release.ts';
import { writeManifest } from '../../../src/outputs/kept/manifest.ts';
import { planBuild } from '../../../src/outputs/plan-build.ts';
import { writeHere } from '../../../src/outputs/project-writer.ts';
import { startStepTimes } from '../../../src/outputs/step-times.ts';
import { writeSite } from '../../../src/outputs/write-site.ts';
import { codeVersion } from '../../../src/platform/code-version.ts';
import { readSite } from '../../../src/site/read-site.ts';
import type { ProjectView, Site } from '../../../src/site.ts';
import { toChange } from '../../../src/store/classify.ts';
import { growLayout, WHOLE } from '../../../src/store/layout.ts';
import { readPackage } from '../../../src/store/read.ts';
import { appendChanges, writePackage } from '../../../src/store/write.ts';
import { makeRecord, SEEN } from '../../bench/make-record.ts';
import { COMPARE_SHELL, SHELL } from '../write-project-files.ts';

/** The packages of a data folder of tests. */
export const NAMES = ['a', 'b', 'c', 'd'];

/**
 * Makes a project folder with four packages of six releases each in data/, a source that stands for all code, and a file that stands
 * for what is no code and is around the pages all the same.
 */
export async function makeRoot(root: string): Promise<void> {
  await mkdir(join(root, 'src'), { recursive: true });
  await mkdir(join(root, 'data/watchlists'), { recursive: true });
  await writeFile(join(root, 'src/page.ts'), 'one');
  await writeFile(join(root, 'around'), 'one');
  await writeList(
    root,
    NAMES.map((name) => `  - pkg:npm/${name}`),
  );
  const data = join(root, 'data');
  for (const name of NAMES) {
    const record = makeRecord(name, 6);
    await writePackage(data, parsePackage(record.package), record, growLayout(record, WHOLE));
  }
  const imported = NAMES.map((name) => toChange({ kind: 'imported' }, `pkg:npm/${name}`, undefined, SEEN));
  await appendChanges(data, imported, SEEN);
}

export async function writeList(root: string, lines: readonly string[], title = 'Main'): Promise<void> {
  const text = `title: ${title}\nprojects:\n${lines.join('\n')}\n`;
  await writeFile(join(root, 'data/watchlists/main.yml'), text);
}

/** Edits the newest release of a package, or puts one before it. */
export async function editNewest(
  root: string,
  name: string,
  edit: (newest: Release) => Release[],
): Promise<void> {
  const [data, pkg] = [join(root, 'data'), parsePackage(`pkg:npm/${name}`)];
  const stored = await readPackage(data, pkg);
  const [newest, ...older] = stored?.record.releases ?? [];
  if (stored === undefined || newest === undefined) throw new Error(`${name} has no release`);
  const record = { ...stored.record, releases: [...edit(newest), ...older] };
  await writePackage(data, pkg, record, growLayout(record, stored.layout));
}

/**
 * Builds the site of a root into a folder as the build does, but for Astro, whose pages are stood in for by what they are made of.
 * Returns the ids of the projects that were kept.
 */
export async function build(root: string, folder: string, url = 'https://team.example/'): Promise<string[]> {
  const site = await readSite(join(root, 'data'));
  const plan = await planBuild({ root, code: await codeVersion(root) }, site, { folder, url, base: '/' });
  const built = join(root, '.cache/pages');
  const code = await readFile(join(root, 'src/page.ts'), 'utf8');
  const around = await readFile(join(root, 'around'), 'utf8');
  const foot = `<footer>${code} ${around} ${site.asOf.slice(0, 10)}</footer>`;
  const renderPages = async () => {
    await put(built, 'index.html', site.entries.map(({ version }) => version).join());
    for (const view of plan.fresh) {
      await put(built, `projects/${view.project.id}/index.html`, `${code}${url}${pageOf(view, site)}`);
    }
  };
  const times = startStepTimes();
  const shells = { release: SHELL + foot, compare: COMPARE_SHELL };
  const written = await writeSite(plan, {
    built,
    shells,
    writer: writeHere(plan, times),
    renderPages,
    times,
  });
  if (written === undefined) return build(root, folder, url);
  await writeManifest(plan.manifestPath, written.manifest);
  return [...plan.kept.keys()];
}

function pageOf(
  { project, entries, standing, advisories, failures, summaries }: ProjectView,
  site: Site,
): string {
  const ledger = site.ledger.itemsOf(project).map(({ first }) => [first, site.ledger.placeOf(first)]);
  const { everyDays, inLastYear, latest } = standing;
  const stands = [everyDays, inLastYear, latest?.version, entries.length];
  const titles = site.lists.map(({ title }) => title);
  return JSON.stringify([
    project.name,
    stands,
    advisories.all,
    failures,
    [...summaries],
    ledger,
    titles,
    site.asOf.slice(0, 10),
  ]);
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** The same project folder, whose cache is lost. */
export async function copyOf(root: string, to: string): Promise<string> {
  for (const part of ['src', 'data', 'around'])
    await cp(join(root, part), join(to, part), { recursive: true });
  return to;
}
