import type { Scheme, VersionFacts } from '../versions/scheme.ts';
import { type Step, stepOf } from './step.ts';

/** The step of each version against the highest stable version below it, in one pass over the sorted versions. */
export function steps(versions: readonly string[], scheme: Scheme): Map<string, Step> {
  const result = new Map<string, Step>();
  let before: VersionFacts | undefined;
  for (const version of versions.toSorted(scheme.compare)) {
    const facts = scheme.facts(version);
    result.set(version, stepOf(facts, before));
    if (facts !== undefined && !facts.prerelease) before = facts;
  }
  return result;
}
