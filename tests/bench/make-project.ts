import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePackage } from '../../src/core/package.ts';
import { newestFirst, type Release } from '../../src/core/release.ts';
import { ROOT } from '../../src/platform/root.ts';
import { toChange } from '../../src/store/classify.ts';
import { growLayout, WHOLE } from '../../src/store/layout.ts';
import { readPackage } from '../../src/store/read.ts';
import { appendChanges, writeHealth, writePackage } from '../../src/store/write.ts';
import { makeRecord, SEEN } from './make-record.ts';

const COPIED = [
  'src',
  'scripts',
  'public',
  'docs',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Makes a project folder of its own with this code, and so many npm packages in data/. */
export async function makeProject(root: string, projects: number, releases: number): Promise<void> {
  for (const entry of COPIED) await cp(join(ROOT, entry), join(root, entry), { recursive: true });
  await linkModules(root);
  const packages = Array.from({ length: projects }, (_, number) => parsePackage(`pkg:npm/project-${number}`));
  const data = join(root, 'data');
  for (const pkg of packages) {
    const record = makeRecord(pkg.name, releases);
    await writePackage(data, pkg, record, growLayout(record, WHOLE));
  }
  const imported = packages.map(({ purl }) => toChange({ kind: 'imported' }, purl, undefined, SEEN));
  await appendChanges(data, imported, SEEN);
  await writeHealth(data, { format: 1, failing: [] });
  const lines = packages.map(({ purl }) => `  - ${purl}\n`);
  await mkdir(join(data, 'watchlists'));
  await writeFile(join(data, 'watchlists/main.yml'), `title: Bench\nprojects:\n${lines.join('')}`);
}

// A link for each package: what Astro keeps between builds in node_modules/ must not be this project's own.
async function linkModules(root: string): Promise<void> {
  const from = join(ROOT, 'node_modules');
  const names = (await readdir(from)).filter((name) => !/^\.(?!bin$)/.test(name));
  await mkdir(join(root, 'node_modules'));
  for (const name of names) await symlink(join(from, name), join(root, 'node_modules', name));
}

/** A release for each of the first packages, an hour after all else was seen. */
export async function addReleases(root: string, packages: number): Promise<void> {
  const data = join(root, 'data');
  const at = '2026-11-20T11:00:00Z';
  for (let number = 0; number < packages; number += 1) {
    const pkg = parsePackage(`pkg:npm/project-${number}`);
    const stored = await readPackage(data, pkg);
    if (stored === undefined) throw new Error(`${pkg.purl} is not there`);
    const { record, layout } = stored;
    const version = `9.0.${record.releases.length}`;
    const fresh: Release = {
      version,
      publishedAt: at,
      seenAt: at,
      notes: [`- new in ${version}`],
      notesFrom: 'changelog',
    };
    await writePackage(
      data,
      pkg,
      { ...record, releases: [fresh, ...record.releases].sort(newestFirst) },
      layout,
    );
    await appendChanges(data, [toChange({ kind: 'published' }, pkg.purl, version, at)], at);
  }
}
