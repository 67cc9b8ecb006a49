import picomatch from 'picomatch';
import { hasTags } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import { type Release, releasedAt } from '../core/release.ts';
import type { Scheme } from '../versions/scheme.ts';
import { isOwnComponent, readTag } from '../versions/tag.ts';
import { namesOf } from './channels.ts';

/** A release, and its version without the decoration of a tag. */
export interface Viewed {
  readonly release: Release;
  readonly version: string;
}

/**
 * The releases of a project's package in the watchlist's view: what it excludes or no longer asks for is stored, but not shown. What
 * upstream calls its latest is shown however old it is, as it is fetched.
 */
export function viewReleases(project: Project, record: PackageRecord | undefined, scheme: Scheme): Viewed[] {
  const { track } = project;
  const { releases = [], upstream } = record ?? {};
  const latest = upstream?.tags?.['latest'];
  const isExcluded = track.exclude === undefined ? () => false : picomatch([...track.exclude]);
  const viewed: Viewed[] = [];
  for (const release of releases) {
    const version = versionOf(release.version, project, scheme);
    if (version === undefined || isExcluded(version) || isExcluded(release.version)) continue;
    const isOld = track.since !== undefined && releasedAt(release) < track.since;
    if (isOld && release.version !== latest) continue;
    viewed.push({ release, version });
  }
  return scheme.hasCopies && track.match === undefined ? oneOfCopies(viewed, scheme) : viewed;
}

// A pattern is about tags: a registry's plain versions pass it by. Without one every tag is shown; one of another component keeps
// its whole name.
function versionOf(text: string, project: Project, { hasCopies }: Scheme): string | undefined {
  const { match } = project.track;
  if (!hasTags(project.package.type) && !hasCopies) return text;
  if (match !== undefined) return readTag(text, match)?.version;
  if (hasCopies) return text;
  const read = readTag(text);
  return read === undefined || !isOwnComponent(read.component, namesOf(project)) ? text : read.version;
}

/**
 * Of an image that is built in many variants only the tags of its main one: that of the highest version, a plain tag before one with
 * a suffix. Tags that point at others, such as `latest` and `3.12`, are no releases of their own.
 */
function oneOfCopies(all: readonly Viewed[], scheme: Scheme): Viewed[] {
  const readable = all.filter(({ version }) => scheme.facts(version) !== undefined);
  const stable = readable.filter(({ version }) => scheme.facts(version)?.prerelease === false);
  const texts = (stable.length > 0 ? stable : readable).map(({ version }) => version);
  const highest = scheme.sort(texts).at(-1);
  // Nothing there is a version: all that there is is shown.
  if (highest === undefined) return [...all];
  const main = scheme.facts(highest)?.variant;
  const copies = readable.filter(({ version }) => scheme.facts(version)?.variant === main);
  const byVersion = Map.groupBy(copies, ({ version }) => version.replace(/^v/i, ''));
  return [...byVersion.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
}
