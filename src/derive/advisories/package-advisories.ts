import type { Package } from '../../core/package.ts';
import { schemeOf } from '../../versions/schemes.ts';
import { fixedIn, fixedVersions, isFixedBetween } from './fixed-versions.ts';
import { type HeldVersion, predecessorsOf } from './held-versions.ts';
import { type ByPackage, isVulnerable, type Vulnerability, worstFirst } from './vulnerability.ts';

/** A vulnerability of a version, and the version to go to; undefined where no record names one. */
export interface Affliction {
  readonly vulnerability: Vulnerability;
  readonly fixedIn: string | undefined;
}

/** What is said of a version. Worst first. */
export interface ReleaseAdvisories {
  readonly fixes: readonly Vulnerability[];
  readonly affectedBy: readonly Affliction[];
}

/** What the vulnerabilities of one package mean for its versions, by the order of its own registry. */
export interface PackageAdvisories {
  readonly purl: string;
  readonly all: readonly Vulnerability[];
  readonly of: (version: string) => ReleaseAdvisories;
}

interface Known {
  readonly vulnerability: Vulnerability;
  readonly fixed: readonly string[];
  readonly isAffected: (version: string) => boolean;
}

/**
 * A version fixes a vulnerability if it is not affected, the one before it is, and a record names a fixed version from there to here.
 * So each line fixes for itself, and what comes after a fix does not fix again.
 */
export function packageAdvisories(
  { purl, type }: Package,
  held: readonly HeldVersion[],
  vulnerabilities: ByPackage,
): PackageAdvisories {
  const scheme = schemeOf(type);
  const all = (vulnerabilities.get(purl) ?? []).toSorted(worstFirst);
  const predecessors = predecessorsOf(all.length === 0 ? [] : held, scheme);
  const known = all.map((vulnerability): Known => {
    const isAffected = remembering((version) => isVulnerable(vulnerability, purl, version, scheme));
    return { vulnerability, fixed: fixedVersions(vulnerability, purl, scheme), isAffected };
  });

  function fixes(version: string, { isAffected, fixed }: Known): boolean {
    const before = predecessors.get(version);
    if (before === undefined || isAffected(version) || !isAffected(before)) return false;
    return isFixedBetween(before, version, fixed, scheme);
  }

  function of(version: string): ReleaseAdvisories {
    return {
      fixes: known.filter((one) => fixes(version, one)).map((one) => one.vulnerability),
      affectedBy: known
        .filter(({ isAffected }) => isAffected(version))
        .map(({ vulnerability, fixed }) => ({ vulnerability, fixedIn: fixedIn(version, fixed, scheme) })),
    };
  }

  return { purl, all, of };
}

function remembering(judge: (version: string) => boolean): (version: string) => boolean {
  const judged = new Map<string, boolean>();
  return (version) => {
    const known = judged.get(version) ?? judge(version);
    judged.set(version, known);
    return known;
  };
}
