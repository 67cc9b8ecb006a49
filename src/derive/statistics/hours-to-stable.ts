import { hoursBetween, type Instant } from '../../core/instant.ts';
import type { VersionFacts } from '../../versions/scheme.ts';
import type { Entry } from '../entry.ts';
import { schemeOfProject } from '../project-scheme.ts';

/**
 * For each version of a project that had pre-releases and then came out: the hours from the first of them, in ascending order.
 * They belong together if their numbers do: 2.0.0-beta.1, 2.0.0-rc.1, 2.0.0.
 */
export function hoursToStable(entries: readonly Entry[]): number[] {
  const [first] = entries;
  if (first === undefined || !entries.some(({ prerelease }) => prerelease)) return [];
  const scheme = schemeOfProject(first.project);
  const begun = new Map<string, Instant>();
  const ended = new Map<string, Instant>();
  for (const { version, at, prerelease } of entries) {
    const facts = scheme.facts(version);
    if (facts === undefined || prerelease !== facts.prerelease) continue;
    const times = prerelease ? begun : ended;
    const key = keyOf(facts);
    const known = times.get(key);
    if (known === undefined || at < known) times.set(key, at);
  }
  const hours: number[] = [];
  for (const [key, at] of ended) {
    const from = begun.get(key);
    if (from !== undefined && from <= at) hours.push(hoursBetween(from, at));
  }
  return hours.sort((a, b) => a - b);
}

// 2.0-rc1 comes before 2.0.0 too.
function keyOf({ numbers, variant = '' }: VersionFacts): string {
  return `${numbers.join('.').replace(/(?:\.0)+$/, '')} ${variant}`;
}
