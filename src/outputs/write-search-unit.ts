import { createHash } from 'node:crypto';
import { isIntact, leftFiles, type Manifest } from './kept/manifest.ts';
import type { BuildPlan } from './plan-build.ts';
import { keepSearch, writeSearch } from './search/write-search.ts';

/** The search, whose index is kept where no notes have changed, with its part of the manifest. */
export async function writeSearchUnit(
  { site, target, code, last }: Pick<BuildPlan, 'site' | 'target' | 'code' | 'last'>,
  warn: (message: string) => void,
  write: typeof writeSearch = writeSearch,
): Promise<{ done: string; search: Manifest['search'] }> {
  const kept = last?.search;
  const key = keyOf(site, code);
  if (kept?.key === key && isIntact(kept, target.folder)) {
    return { done: keepSearch(site, target, kept.notes), search: kept };
  }
  const { done, notes, paths } = await write(site, target, warn);
  // What could not be indexed is tried again in the next build.
  if (notes === 0) return { done, search: undefined };
  return { done, search: { key, notes, files: leftFiles(paths, target.folder) } };
}

// Of what the index is made of, in the order of the list of search; its own order hangs on the moments.
function keyOf({ projects }: BuildPlan['site'], code: string): string {
  const hash = createHash('sha256').update(code);
  for (const { project, entries } of projects) {
    const texts = entries.map(({ at, notes, release, version }) => [
      release.version,
      version,
      at,
      notes?.text,
    ]);
    hash.update(JSON.stringify([project.id, project.name, texts]));
  }
  return hash.digest('hex');
}
