import picomatch from 'picomatch';
import { hasTags, type Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import { newestFirst, type Release, releasedAt } from '../core/release.ts';
import { isOwnComponent, readTag } from '../versions/tag.ts';
import { joinChannels, namesOf } from './channels.ts';
import type { ChannelRelease, Entry, EntryNotes } from './entry.ts';
import { schemeOfProject } from './project-scheme.ts';
import { steps } from './steps.ts';

interface Named {
  readonly release: Release;
  readonly version: string;
}

/** All versions of a project, newest first: the releases of its primary package, joined with those of its channels. */
export function projectEntries(project: Project, records: ReadonlyMap<string, PackageRecord>): Entry[] {
  const scheme = schemeOfProject(project);
  const releases = records.get(project.package.purl)?.releases ?? [];
  const named = viewed(project, project.package, releases);
  const stepOfVersion = steps(
    named.map(({ version }) => version),
    scheme,
  );
  const findInChannels = joinChannels(project, records);
  const entries = named.map(({ release, version }): Entry => {
    const joined = findInChannels(version);
    const prerelease = release.prerelease === true || scheme.facts(version)?.prerelease === true;
    return {
      project,
      release,
      version,
      at: releasedAt(release),
      step: stepOfVersion.get(version) ?? { kind: 'other', breaking: false },
      prerelease,
      notes: bestNotes([{ package: project.package, release }, ...joined]),
      channels: joined,
    };
  });
  return entries.sort((a, b) => newestFirst(a.release, b.release));
}

// The watchlist's view: what it excludes or no longer asks for is stored, but not shown.
function viewed(project: Project, { type }: Package, releases: readonly Release[]): Named[] {
  const { track } = project;
  const isExcluded = track.exclude === undefined ? () => false : picomatch([...track.exclude]);
  const named: Named[] = [];
  for (const release of releases) {
    const version = hasTags(type) ? versionOfTag(release.version, project) : release.version;
    if (version === undefined || isExcluded(version) || isExcluded(release.version)) continue;
    if (track.since !== undefined && releasedAt(release) < track.since) continue;
    named.push({ release, version });
  }
  return named;
}

// Without a pattern every tag is shown; one of another component keeps its whole name.
function versionOfTag(tag: string, project: Project): string | undefined {
  const { match } = project.track;
  const read = readTag(tag, match);
  if (match !== undefined) return read?.version;
  return read === undefined || !isOwnComponent(read.component, namesOf(project)) ? tag : read.version;
}

const WORTH = { release: 3, changelog: 2, tag: 1, feed: 0 };

// What was written for the release itself says more than its chapter in a changelog.
function bestNotes(sources: readonly ChannelRelease[]): EntryNotes | undefined {
  let best: EntryNotes | undefined;
  for (const { package: pkg, release } of sources) {
    const { notes, notesFrom: from, notesCut } = release;
    if (notes === undefined || from === undefined || notes.every((line) => line.trim() === '')) continue;
    if (best !== undefined && WORTH[from] <= WORTH[best.from]) continue;
    best = {
      text: notes.join('\n'),
      isCut: notesCut !== undefined,
      from,
      package: pkg,
      ref: release.version,
    };
  }
  return best;
}
