import { compareText } from '../../core/compare-text.ts';
import { type Package, parsePackage } from '../../core/package.ts';
import type { Project } from '../../core/project.ts';
import type { Skipped } from '../../inventory/used.ts';
import { sourceOf } from '../../sources/sources.ts';
import { schemeOf } from '../../versions/schemes.ts';
import type { InventoryFile } from './read-inventories.ts';

/** A package that is to be followed, and the version in use: of several the lowest, which is the furthest behind. */
export interface Wanted {
  readonly package: Package;
  readonly uses: string | undefined;
  /** All that are in use, lowest first. */
  readonly versions: readonly string[];
}

export interface Choice {
  /** Not only what is direct. */
  readonly isAll: boolean;
  /** What serves development as well. */
  readonly hasDev: boolean;
}

/** What the files ask for together, by purl, and what of them is left out because nothing can read it. */
export function chooseWanted(
  files: readonly InventoryFile[],
  { isAll, hasDev }: Choice,
  projects: readonly Project[],
): { readonly wanted: readonly Wanted[]; readonly skipped: readonly Skipped[] } {
  const used = files.flatMap(({ inventory }) => inventory.used);
  const kept = used.filter((one) => (isAll || one.isDirect) && (hasDev || !one.isDev));
  const schemes = new Map(projects.map((project) => [project.package.purl, project.track.scheme]));
  const wanted: Wanted[] = [];
  const skipped: Skipped[] = [];
  for (const [purl, all] of Map.groupBy(kept, (one) => one.package)) {
    const pkg = parsePackage(purl);
    const { compare } = schemeOf(pkg.type, schemes.get(purl));
    const versions = [...new Set(all.flatMap(({ version }) => version ?? []))].sort(compare);
    if (sourceOf(pkg.type) !== undefined) wanted.push({ package: pkg, uses: versions[0], versions });
    else skipped.push({ text: purl, why: `no source reads “${pkg.type}” packages` });
  }
  return { wanted: wanted.sort((a, b) => compareText(a.package.purl, b.package.purl)), skipped };
}
