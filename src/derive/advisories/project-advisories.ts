import { type Project, packagesOf } from '../../core/project.ts';
import { readTag } from '../../versions/tag.ts';
import type { Entry } from '../entry.ts';
import { findUsed } from '../find-used.ts';
import { packageAdvisories, type ReleaseAdvisories } from './package-advisories.ts';
import { type ByPackage, type Vulnerability, worstFirst } from './vulnerability.ts';

/** What vulnerabilities mean for the releases of a project, over all its packages. */
export interface ProjectAdvisories {
  /** All that name one of its packages, worst first. */
  readonly all: readonly Vulnerability[];
  readonly of: (entry: Entry) => ReleaseAdvisories;
  /** Of a version that may not be held, such as the one in use. */
  readonly ofVersion: (version: string) => ReleaseAdvisories;
}

const NOTHING: ReleaseAdvisories = { fixes: [], affectedBy: [] };

/** Entries are those of the project, with its channels joined. */
export function projectAdvisories(
  project: Project,
  entries: readonly Entry[],
  vulnerabilities: ByPackage,
): ProjectAdvisories {
  const shipped = entries.flatMap((entry) =>
    shipmentsOf(entry).map(({ package: { purl }, release }) => ({
      purl,
      version: release.version,
      prerelease: entry.prerelease,
    })),
  );
  const byPackage = Map.groupBy(shipped, ({ purl }) => purl);
  const parts = packagesOf(project)
    .map((pkg) => packageAdvisories(pkg, byPackage.get(pkg.purl) ?? [], vulnerabilities))
    .filter(({ all }) => all.length > 0);
  const partOf = new Map(parts.map((part) => [part.purl, part]));
  const known = new WeakMap<Entry, ReleaseAdvisories>();

  function of(entry: Entry): ReleaseAdvisories {
    if (parts.length === 0) return NOTHING;
    const said = known.get(entry) ?? join(shipmentsOf(entry).map(askPart));
    known.set(entry, said);
    return said;
  }

  function askPart({
    package: { purl },
    release,
  }: ReturnType<typeof shipmentsOf>[number]): ReleaseAdvisories {
    return partOf.get(purl)?.of(release.version) ?? NOTHING;
  }

  function ofVersion(version: string): ReleaseAdvisories {
    if (parts.length === 0) return NOTHING;
    const plain = readTag(version)?.version ?? version;
    const entry = findUsed(entries, version) ?? findUsed(entries, plain);
    if (entry === undefined) return join(parts.map((part) => part.of(plain)));
    // That a package is not held with this version, or not yet, does not make it safe.
    const shipped = new Set(shipmentsOf(entry).map((one) => one.package.purl));
    const others = parts.filter(({ purl }) => !shipped.has(purl));
    return join([of(entry), ...others.map((part) => part.of(entry.version))]);
  }

  return { all: [...new Set(parts.flatMap(({ all }) => all))].sort(worstFirst), of, ofVersion };
}

function shipmentsOf({ project, release, channels }: Entry) {
  return [{ package: project.package, release }, ...channels];
}

// What one package is affected by and another is not yet free of is said once; the first that can name a fixed version does.
function join(parts: readonly ReleaseAdvisories[]): ReleaseAdvisories {
  const affected = parts.flatMap(({ affectedBy }) => affectedBy);
  const byVulnerability = Map.groupBy(affected, ({ vulnerability }) => vulnerability);
  const affectedBy = [...byVulnerability].map(([vulnerability, all]) => ({
    vulnerability,
    fixedIn: all.find(({ fixedIn }) => fixedIn !== undefined)?.fixedIn,
  }));
  const fixes = new Set(parts.flatMap((part) => part.fixes)).difference(new Set(byVulnerability.keys()));
  return {
    fixes: [...fixes].sort(worstFirst),
    affectedBy: affectedBy.sort((a, b) => worstFirst(a.vulnerability, b.vulnerability)),
  };
}
