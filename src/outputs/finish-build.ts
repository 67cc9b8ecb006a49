import { SEARCH_LIST_PATH } from '../derive/search/search-list.ts';
import { countInWords } from '../derive/words.ts';
import { writeManifest } from './kept/manifest.ts';
import { removeStrays } from './kept/remove-strays.ts';
import type { BuildPlan } from './plan-build.ts';
import { measureFolder, warnIfLarge } from './size.ts';
import type { StepTimes } from './step-times.ts';
import { writeSearchUnit } from './write-search-unit.ts';
import type { WrittenSite } from './write-site.ts';

/** Who is told how the build went. */
export interface Told {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
}

/** The search, which is the dearest part and in nobody's way: the site is there, and can be kept, before it begins. */
export async function finishBuild(
  plan: BuildPlan,
  { manifest, paths }: WrittenSite,
  times: StepTimes,
  told: Told,
): Promise<void> {
  const { target, kept, site, manifestPath } = plan;
  await writeManifest(manifestPath, manifest);
  const { done, search } = await times.during('search', () => writeSearchUnit(plan, told.warn));
  const searched = search?.files.map(([path]) => path) ?? [];
  removeStrays(target.folder, paths.union(new Set([SEARCH_LIST_PATH, ...searched])));
  await writeManifest(manifestPath, { ...manifest, search });
  const bytes = await measureFolder(target.folder);
  told.info(done);
  told.info(`${countInWords(site.projects.length, 'project')}, ${kept.size} of them kept as they were`);
  told.info(`${(bytes / 1e6).toFixed(1)} MB in dist`);
  told.info(`time: ${times.inWords()}`);
  warnIfLarge(bytes, told.warn);
}
