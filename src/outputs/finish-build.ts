import { NOTES_FOLDER } from '../derive/search/note-parts.ts';
import { SEARCH_LIST_PATH } from '../derive/search/search-list.ts';
import { countInWords } from '../derive/words.ts';
import { writeManifest } from './kept/manifest.ts';
import { removeStrays } from './kept/remove-strays.ts';
import type { BuildPlan } from './plan-build.ts';
import { measureFiles, warnIfLarge } from './size.ts';
import { socialImagePaths } from './social/write-social-images.ts';
import type { StepTimes } from './step-times.ts';
import { writeSearchUnit } from './write-search-unit.ts';
import type { WrittenSite } from './write-site.ts';

/** The search, which is the dearest part and in nobody's way: the site is there, and can be kept, before it begins. */
export async function finishBuild(
  plan: BuildPlan,
  { manifest, paths }: WrittenSite,
  times: StepTimes,
  log: (message: string) => void,
): Promise<void> {
  const { target, kept, site, manifestPath } = plan;
  const warn = (message: string) => log(`Warning: ${message}`);
  await writeManifest(manifestPath, manifest);
  const { done, search } = await times.during('search', () => writeSearchUnit(plan, warn));
  const searched = search?.files.map(([path]) => path) ?? [];
  const all = paths.union(new Set([SEARCH_LIST_PATH, ...searched, ...socialImagePaths(site)]));
  removeStrays(target.folder, all, NOTES_FOLDER);
  await writeManifest(manifestPath, { ...manifest, search });
  const left = [...Object.values(manifest.projects), ...(search === undefined ? [] : [search])];
  const bytes = measureFiles(
    target.folder,
    all,
    left.flatMap(({ files }) => files),
  );
  log(done);
  log(`${countInWords(site.projects.length, 'project')}, ${kept.size} of them kept as they were`);
  log(`${(bytes / 1e6).toFixed(1)} MB in dist`);
  log(`time: ${times.inWords()}`);
  warnIfLarge(bytes, warn);
}
