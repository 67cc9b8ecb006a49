import { compareVersions } from './compare-versions.ts';
import { type Entry, isStable } from './entry.ts';

/** The version to use: the highest stable one, before any that upstream deprecated. */
export function latestOf(entries: readonly Entry[]): Entry | undefined {
  const stable = entries.filter(isStable);
  const usable = stable.filter(({ release }) => release.deprecated === undefined);
  return (usable.length > 0 ? usable : stable).sort(compareVersions).at(-1);
}
