import { hasTags, type Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import type { Release } from '../core/release.ts';
import { filledKey, joinKey } from '../versions/join-key.ts';
import { isOwnComponent, readTag } from '../versions/tag.ts';
import type { ChannelRelease } from './entry.ts';

/** Finds the releases of a project's channels that are the same version as this one, one a channel. */
export type FindInChannels = (version: string) => ChannelRelease[];

/** Joins a project's channels by normalised version: `v1.2.3`, `astro@1.2.3` and `1.2.3` are one. */
export function joinChannels(project: Project, records: ReadonlyMap<string, PackageRecord>): FindInChannels {
  const channels = project.channels.map((channel) => ({
    channel,
    find: indexReleases(channel, records.get(channel.purl)?.releases ?? [], project),
  }));
  return (version) =>
    channels.flatMap(({ channel, find }) => {
      const release = find(version);
      return release === undefined ? [] : [{ package: channel, release }];
    });
}

/** Finds a release of one package by version. The same text goes before the same key, and that before one with filled up zeros. */
export function indexReleases(
  pkg: Package,
  releases: readonly Release[],
  project: Project,
): (version: string) => Release | undefined {
  const exact = new Map<string, Release>();
  const byKey = new Map<string, Release>();
  const byFilledKey = new Map<string, Release>();
  // Newest first: of two releases of one version the later one stands.
  for (const release of releases) {
    const version = versionIn(release.version, pkg, project);
    if (version === undefined) continue;
    const key = joinKey(version);
    setOnce(exact, version, release);
    setOnce(byKey, key, release);
    if (fillsUp(pkg) && fillsUp(project.package)) setOnce(byFilledKey, filledKey(key), release);
  }
  return (version) => {
    const key = joinKey(version);
    return exact.get(version) ?? byKey.get(key) ?? byFilledKey.get(filledKey(key));
  };
}

function setOnce(map: Map<string, Release>, key: string, release: Release): void {
  if (key !== '' && !map.has(key)) map.set(key, release);
}

// The tag `1.2` of an image moves along with every 1.2.x.
function fillsUp({ type }: Package): boolean {
  return type !== 'docker' && type !== 'oci';
}

function versionIn(text: string, { type }: Package, project: Project): string | undefined {
  if (!hasTags(type)) return text;
  const read = readTag(text, project.track.match);
  return read !== undefined && isOwnComponent(read.component, namesOf(project)) ? read.version : undefined;
}

/** By these a component of a monorepo's tag means the project itself. */
export function namesOf({ id, name, package: { namespace, name: own } }: Project): string[] {
  return [id, name, own, `${namespace}/${own}`];
}
