import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { type Project, packagesOf } from '../core/project.ts';
import { type Release, releasedAt } from '../core/release.ts';
import { indexReleases } from './channels.ts';
import { compareVersions } from './compare-versions.ts';
import { projectEntries } from './entries.ts';
import { type Entry, isStable } from './entry.ts';

/** A version that a channel of a project should have by now. */
export interface Lag {
  readonly package: Package;
  readonly version: string;
  /** The package that has had it for a day. */
  readonly ahead: Package;
}

const GRACE_HOURS = 24;
// Who has not caught up in a month will not: it was said once.
const FORGOTTEN_HOURS = 30 * 24;
const USUALLY = 5;

/**
 * The stable versions that one package of a project has had for a day and another one lacks. Only of a package that ships this
 * project's versions at all, that was read before the version came out, and that has no higher one.
 */
export function laggingChannels(
  project: Project,
  records: ReadonlyMap<string, PackageRecord>,
  at: Instant,
): Lag[] {
  const lags: Lag[] = [];
  for (const ahead of packagesOf(project)) {
    // Most packages have had no release lately, and joining all versions of all projects would cost every run.
    if (!records.get(ahead.purl)?.releases.some((release) => isRecent(release, at))) continue;
    const others = packagesOf(project).filter((pkg) => pkg !== ahead);
    // The project as it would be if this package were its first one: its versions are those that the others may lack.
    const entries = projectEntries({ ...project, package: ahead, channels: others }, records).filter(
      isStable,
    );
    for (const behind of others) {
      for (const { version } of missingIn(behind, project, entries, records.get(behind.purl), at)) {
        if (lags.some((lag) => lag.package === behind && lag.version === version)) continue;
        lags.push({ package: behind, version, ahead });
      }
    }
  }
  return lags;
}

function missingIn(
  pkg: Package,
  project: Project,
  entries: readonly Entry[],
  record: PackageRecord | undefined,
  at: Instant,
): Entry[] {
  if (record === undefined) return [];
  const find = indexReleases(pkg, record.releases, project);
  const shipped = entries.filter(({ version }) => find(version) !== undefined);
  const [highest] = shipped.toSorted((a, b) => compareVersions(b, a));
  if (highest === undefined) return [];
  return entries.filter((entry, index) => {
    const before = entries.slice(index + 1, index + 1 + USUALLY);
    const ships = before.some((one) => shipped.includes(one));
    return ships && isDue(entry, record, at) && compareVersions(entry, highest) > 0;
  });
}

function isDue({ release }: Entry, { importedAt }: PackageRecord, at: Instant): boolean {
  return isRecent(release, at) && releasedAt(release) > importedAt;
}

function isRecent({ seenAt }: Release, at: Instant): boolean {
  const hours = hoursBetween(seenAt, at);
  return hours >= GRACE_HOURS && hours <= FORGOTTEN_HOURS;
}
