import type { Scheme, VersionFacts } from '../versions/scheme.ts';
import { type Step, stepOf } from './step.ts';

/**
 * The step of each version against the highest stable version below it, in one pass over the sorted versions. That one is of the
 * same track, unless the version begins a track; a variant, such as the `alpine` tags of an image, has steps of its own.
 */
export function steps(versions: readonly string[], scheme: Scheme): Map<string, Step> {
  const result = new Map<string, Step>();
  const before = new Map<string | undefined, VersionFacts>();
  for (const version of versions.toSorted(scheme.compare)) {
    const facts = scheme.facts(version);
    result.set(version, stepOf(facts, before.get(facts?.variant)));
    if (facts !== undefined && !facts.prerelease) before.set(facts.variant, facts);
  }
  return result;
}
