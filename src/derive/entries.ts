import picomatch from 'picomatch';
import { hasTags, type Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import { newestFirst, type Release, releasedAt } from '../core/release.ts';
import { schemeOf } from '../versions/schemes.ts';
import { isOwnComponent, readTag } from '../versions/tag.ts';
import type { ChannelRelease, Entry, EntryNotes } from './entry.ts';
import { steps } from './steps.ts';

interface Named {
  readonly release: Release;
  readonly version: string;
}

/** All versions of a project, newest first: the releases of its primary package, joined with those of its channels. */
export function projectEntries(project: Project, records: ReadonlyMap<string, PackageRecord>): Entry[] {
  const scheme = schemeOf(project.package.type, project.track.scheme);
  const releases = records.get(project.package.purl)?.releases ?? [];
  const named = viewed(project, project.package, releases);
  const stepOfVersion = steps(
    named.map(({ version }) => version),
    scheme,
  );
  const channels = channelReleases(project, records);
  const entries = named.map(({ release, version }): Entry => {
    const joined = channels.get(version) ?? [];
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

// By these a component of a monorepo's tag means the project itself.
function namesOf({ id, name, package: { namespace, name: own } }: Project): string[] {
  return [id, name, own, `${namespace}/${own}`];
}

function channelReleases(
  project: Project,
  records: ReadonlyMap<string, PackageRecord>,
): Map<string, ChannelRelease[]> {
  const names = namesOf(project);
  const joined = new Map<string, ChannelRelease[]>();
  for (const channel of project.channels) {
    for (const release of records.get(channel.purl)?.releases ?? []) {
      const version = versionInChannel(release.version, channel, project, names);
      if (version === undefined) continue;
      joined.set(version, [...(joined.get(version) ?? []), { package: channel, release }]);
    }
  }
  return joined;
}

function versionInChannel(
  text: string,
  { type }: Package,
  { track }: Project,
  names: readonly string[],
): string | undefined {
  if (!hasTags(type)) return text;
  const read = readTag(text, track.match);
  return read !== undefined && isOwnComponent(read.component, names) ? read.version : undefined;
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
