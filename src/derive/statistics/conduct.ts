import type { Change, ChangeKind } from '../../core/change.ts';
import { hoursAfter, type Instant } from '../../core/instant.ts';
import { isPlaceholder } from '../../core/notes-placeholder.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import { type Release, releasedAt } from '../../core/release.ts';

/** How many of those that could be observed; undefined where nothing could. */
export type Observed = { readonly found: number; readonly of: number } | undefined;

/** What was seen of a project’s releases after they came out. What is not seen is not judged. */
export interface Conduct {
  /** Releases whose tag was moved to another commit, of those whose commit is known. */
  readonly moved: Observed;
  /** Releases of which a file was replaced, of those whose files have a digest or a size to tell it by. */
  readonly replaced: Observed;
  /** Releases whose notes came more than a day late or not at all, of those that were watched from their first day in a source with notes. */
  readonly late: Observed;
  /** Files that upstream gives a digest of. */
  readonly digests: Observed;
  /** Releases for which upstream shows where they were built, or vouches that they cannot be changed. */
  readonly vouched: Observed;
}

/** What the conduct of one package is read from. */
export interface Watched {
  readonly type: string;
  readonly record: PackageRecord;
  /** Its changes, oldest first. */
  readonly changes: readonly Change[];
}

/** The conduct of the packages of a project. `vouching` are the types of package in which anybody vouches for anything. */
export function conductOf(
  packages: readonly Watched[],
  vouching: ReadonlySet<string>,
  asOf: Instant,
): Conduct {
  const counts = { moved: count(), replaced: count(), late: count(), digests: count(), vouched: count() };
  for (const { type, record, changes } of packages) {
    const moved = versionsOf(changes, 'tag-moved');
    const replaced = versionsOf(changes, 'asset-replaced');
    const late = versionsOf(changes.filter(isFirstText), 'notes-edited');
    const hasNotes = record.releases.some(({ notesFrom }) => notesFrom !== undefined);
    for (const release of record.releases) {
      if (release.commit !== undefined) add(counts.moved, moved.has(release.version));
      if (hasFiles(release)) add(counts.replaced, replaced.has(release.version));
      if (hasNotes && isWatched(release, record, asOf)) {
        add(counts.late, late.has(release.version) || isPlaceholder(release.notes));
      }
      for (const { digest } of release.assets ?? []) add(counts.digests, digest !== undefined);
      if (vouching.has(type)) add(counts.vouched, isVouchedFor(release));
    }
  }
  return {
    moved: observed(counts.moved),
    replaced: observed(counts.replaced),
    late: observed(counts.late),
    digests: observed(counts.digests),
    vouched: observed(counts.vouched),
  };
}

/** Whether upstream shows where a release was built, or vouches that it cannot be changed. */
export function isVouchedFor({ provenance, immutable }: Release): boolean {
  return provenance !== undefined || immutable === true;
}

function count(): { found: number; of: number } {
  return { found: 0, of: 0 };
}

function add(counts: { found: number; of: number }, isFound: boolean): void {
  counts.of += 1;
  if (isFound) counts.found += 1;
}

function observed(counts: { found: number; of: number }): Observed {
  return counts.of === 0 ? undefined : counts;
}

function versionsOf(changes: readonly Change[], wanted: ChangeKind): ReadonlySet<string | undefined> {
  return new Set(changes.filter(({ kind }) => kind === wanted).map(({ version }) => version));
}

function isFirstText({ before }: Change): boolean {
  return isPlaceholder(before);
}

function hasFiles({ assets = [] }: Release): boolean {
  return assets.some(({ digest, size }) => digest !== undefined || size !== undefined);
}

// What was there at the import may have had its notes late, or early: nobody was looking. In the first day they may follow.
function isWatched(release: Release, { importedAt }: PackageRecord, asOf: Instant): boolean {
  return release.seenAt > importedAt && hoursAfter(releasedAt(release), 24) <= asOf;
}
