import { join } from 'node:path';
import type { Target } from '../outputs.ts';
import { type MeaningsPlace, type ProjectView, primeMarks, type Site } from '../site.ts';
import { dropManifest, isIntact, type Manifest, readManifest } from './kept/manifest.ts';
import { projectKeys } from './kept/project-key.ts';

/** A build before its pages: what of the last one still holds, and what has to be made. */
export interface BuildPlan {
  readonly site: Site;
  /** Its folder is the one that the site ends in. */
  readonly target: Target;
  readonly manifestPath: string;
  readonly code: string;
  readonly meanings: MeaningsPlace;
  /** Of every project, by its id. */
  readonly keys: ReadonlyMap<string, string>;
  /** What the last build left of each project that has not changed since. */
  readonly kept: ReadonlyMap<string, Manifest['projects'][string]>;
  readonly fresh: readonly ProjectView[];
  readonly last: Pick<Manifest, 'shell' | 'search'> | undefined;
}

/** What the site is made by: the folder of the project, and the version of its code. */
export interface Makers {
  readonly root: string;
  readonly code: string;
}

/** Decides which projects are kept. From here on the folder of the site is in the making: the next build keeps nothing unless this one ends well. */
export async function planBuild({ root, code }: Makers, site: Site, target: Target): Promise<BuildPlan> {
  const manifestPath = join(root, '.cache/build/manifest.json');
  const last = await readManifest(manifestPath, target.folder);
  await dropManifest(manifestPath);
  const keyOf = projectKeys(site, { code, url: target.url, base: target.base });
  const keys = new Map(site.projects.map((view) => [view.project.id, keyOf(view)]));
  const kept = new Map<string, Manifest['projects'][string]>();
  for (const { project, entries } of site.projects) {
    const unit = last?.projects[project.id];
    if (unit === undefined || unit.key !== keys.get(project.id) || !isIntact(unit, target.folder)) continue;
    kept.set(project.id, unit);
    primeMarks(entries, unit.marks);
  }
  const fresh = site.projects.filter(({ project }) => !kept.has(project.id));
  const meanings = { folder: join(root, '.cache/meanings'), code };
  return { site, target, manifestPath, code, meanings, keys, kept, fresh, last };
}
