import type { VersionFacts } from '../versions/scheme.ts';

/** How far a version goes beyond the one before it. `other` is no version of its scheme. */
export type StepKind = 'major' | 'minor' | 'patch' | 'prerelease' | 'other';

export interface Step {
  readonly kind: StepKind;
  /** By the rules of SemVer: a major step, or a minor one below 1.0. https://semver.org/#spec-item-4 */
  readonly breaking: boolean;
}

/** The step from the highest stable version below to this one; without one, what the version's own zeros say. */
export function stepOf(facts: VersionFacts | undefined, before: VersionFacts | undefined): Step {
  if (facts === undefined) return { kind: 'other', breaking: false };
  if (facts.prerelease) return { kind: 'prerelease', breaking: false };
  const [major = 0n, minor = 0n, patch = 0n] = facts.numbers;
  const [oldMajor, oldMinor = 0n] = before?.numbers ?? [];
  const isMajor = oldMajor === undefined ? minor === 0n && patch === 0n : major !== oldMajor;
  if (isMajor) return { kind: 'major', breaking: true };
  const isMinor = oldMajor === undefined ? patch === 0n : minor !== oldMinor;
  if (isMinor) return { kind: 'minor', breaking: major === 0n };
  return { kind: 'patch', breaking: false };
}
