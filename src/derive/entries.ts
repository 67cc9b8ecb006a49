import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import { newestFirst, releasedAt } from '../core/release.ts';
import { stabilityOf } from '../versions/stability.ts';
import { joinChannels } from './channels.ts';
import type { ChannelRelease, Entry, EntryNotes } from './entry.ts';
import { schemeOfProject } from './project-scheme.ts';
import { steps } from './steps.ts';
import { viewReleases } from './viewed.ts';

/** All versions of a project, newest first: the releases of its primary package, joined with those of its channels. */
export function projectEntries(project: Project, records: ReadonlyMap<string, PackageRecord>): Entry[] {
  const scheme = schemeOfProject(project);
  const viewed = viewReleases(project, records.get(project.package.purl), scheme);
  const stepOfVersion = steps(
    viewed.map(({ version }) => version),
    scheme,
  );
  const findInChannels = joinChannels(project, records);
  const entries = viewed.map(({ release, version }): Entry => {
    const joined = findInChannels(version);
    const prerelease =
      release.prerelease === true || stabilityOf(version, scheme, project.track) !== 'stable';
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
