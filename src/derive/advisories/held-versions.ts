import type { Scheme } from '../../versions/scheme.ts';

/** A version that we hold, and whether it is a pre-release. */
export interface HeldVersion {
  readonly version: string;
  readonly prerelease: boolean;
}

/** The version before each one: of the same variant, and for a stable version the one before it that is stable. */
export type Predecessors = ReadonlyMap<string, string>;

interface Last {
  any?: string;
  stable?: string;
}

/**
 * A stable version is compared with the stable one below it, since that is where its readers come from: what a release candidate has
 * fixed is news to them in the final version.
 */
export function predecessorsOf(held: readonly HeldVersion[], scheme: Scheme): Predecessors {
  const prereleases = new Map(held.map(({ version, prerelease }) => [version, prerelease]));
  const readable = [...prereleases.keys()].filter((version) => scheme.facts(version) !== undefined);
  const lasts = new Map<string | undefined, Last>();
  const predecessors = new Map<string, string>();
  for (const version of scheme.sort(readable)) {
    const variant = scheme.facts(version)?.variant;
    const last = lasts.get(variant) ?? {};
    lasts.set(variant, last);
    const isStable = prereleases.get(version) === false;
    const before = isStable ? last.stable : last.any;
    if (before !== undefined) predecessors.set(version, before);
    last.any = version;
    if (isStable) last.stable = version;
  }
  return predecessors;
}
