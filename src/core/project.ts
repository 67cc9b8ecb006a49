import { purlOfAddress } from './address.ts';
import { compareText } from './compare-text.ts';
import { InvalidPackage, type Package, packageName, parsePackage } from './package.ts';
import type { Track, WatchedProject, Watchlist } from './watchlist.ts';

/** What people follow: a name, one primary package and any number of channels, joined over all lists. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly package: Package;
  readonly channels: readonly Package[];
  readonly tags: readonly string[];
  readonly track: Track;
  /** The lists that follow it, with the version in use there. */
  readonly lists: readonly { readonly list: string; readonly uses: string | undefined }[];
}

/** The packages of a project: the primary one, then its channels. */
export function packagesOf(project: Pick<Project, 'package' | 'channels'>): Package[] {
  return [project.package, ...project.channels];
}

/** One watchlist and the id of its file. */
export interface NamedList {
  readonly list: string;
  readonly watchlist: Watchlist;
}

/** Something wrong in a watchlist: where (list and path of keys), what, and what to do about it. */
export interface Problem {
  readonly list: string;
  readonly path: readonly (string | number)[];
  /** Where there is no path to tell it by: the file is no YAML. */
  readonly line?: number;
  readonly problem: string;
  readonly remedy: string;
}

/** What to do about a package that is none. */
export const PURL_REMEDY =
  'write a purl such as pkg:npm/axios, or paste the address of its page; docs/sources.md has an example for each source';

interface Entry {
  readonly list: string;
  readonly path: readonly (string | number)[];
  readonly watched: WatchedProject;
  readonly package: Package;
  readonly channels: readonly Package[];
}

/** All projects of all lists, sorted by id, and every problem found. The same package in two lists is one project. */
export function resolveProjects(lists: readonly NamedList[]): { projects: Project[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byPackage = Map.groupBy(
    lists.flatMap((list) => readEntries(list, problems)),
    (entry) => entry.package.purl,
  );
  const projects: Project[] = [];
  const owners = new Map<string, Entry>();
  for (const [first, ...rest] of byPackage.values()) {
    if (first === undefined) continue;
    const project = join(first, rest, problems);
    const owner = owners.get(project.id);
    if (owner !== undefined) problems.push(sameId(project, first, owner));
    owners.set(project.id, first);
    projects.push(project);
  }
  return { projects: projects.sort((a, b) => compareText(a.id, b.id)), problems };
}

function readEntries({ list, watchlist }: NamedList, problems: Problem[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, item] of watchlist.projects.entries()) {
    const watched: WatchedProject = typeof item === 'string' ? { package: item } : item;
    const path = ['projects', index];
    const read = (text: string, at: (string | number)[]) => readPackage(text, { list, path: at }, problems);
    const primary = read(watched.package, typeof item === 'string' ? path : [...path, 'package']);
    const channels = (watched.channels ?? []).map((text, i) => read(text, [...path, 'channels', i]));
    if (primary === undefined) continue;
    entries.push({
      list,
      path,
      watched,
      package: primary,
      channels: channels.filter((c) => c !== undefined),
    });
  }
  return entries;
}

function readPackage(
  text: string,
  at: Pick<Problem, 'list' | 'path'>,
  problems: Problem[],
): Package | undefined {
  const purl = text.startsWith('pkg:') ? text : purlOfAddress(text);
  const remedy = PURL_REMEDY;
  if (purl === undefined) {
    problems.push({
      ...at,
      problem: `“${text}” is neither a purl nor an address that Tidings knows`,
      remedy,
    });
    return undefined;
  }
  try {
    return parsePackage(purl);
  } catch (error) {
    if (!(error instanceof InvalidPackage)) throw error;
    problems.push({ ...at, problem: error.message, remedy });
    return undefined;
  }
}

function join(first: Entry, rest: readonly Entry[], problems: Problem[]): Project {
  const all = [first, ...rest];
  for (const key of ['name', 'id'] as const) {
    const named = all.filter((entry) => entry.watched[key] !== undefined);
    const other = named.find((entry) => entry.watched[key] !== named[0]?.watched[key]);
    if (other === undefined) continue;
    const problem = `${first.package.purl} has the ${key} “${named[0]?.watched[key]}” in one list and “${other.watched[key]}” here`;
    problems.push({
      list: other.list,
      path: [...other.path, key],
      problem,
      remedy: `give it one ${key} in all lists`,
    });
  }
  const name = all.find((entry) => entry.watched.name !== undefined)?.watched.name;
  const channels = new Map(all.flatMap((entry) => entry.channels).map((channel) => [channel.purl, channel]));
  channels.delete(first.package.purl);
  return {
    id: all.find((entry) => entry.watched.id !== undefined)?.watched.id ?? idOf(name ?? first.package.name),
    name: name ?? nameOf(first.package),
    package: first.package,
    channels: [...channels.values()],
    tags: [...new Set(all.flatMap((entry) => entry.watched.tags ?? []))].sort(compareText),
    track: joinTracks(all.map((entry) => entry.watched.track ?? {})),
    lists: all.map((entry) => ({ list: entry.list, uses: entry.watched.uses })),
  };
}

// `core` and `check` say nothing without their scope.
function nameOf(pkg: Package): string {
  return pkg.type === 'npm' ? packageName(pkg) : pkg.name;
}

// The first list's view wins key by key, but fetching goes back as far as any list asks: no `since` asks for all.
function joinTracks(tracks: readonly Track[]): Track {
  let joined: Track = {};
  for (const track of tracks.toReversed()) joined = { ...joined, ...track };
  const { since: _, ...view } = joined;
  const days = tracks.map((track) => track.since);
  const since = days.every((day) => day !== undefined) ? days.toSorted(compareText)[0] : undefined;
  return since === undefined ? view : { ...view, since };
}

function sameId(project: Project, at: Entry, owner: Entry): Problem {
  const problem = `${owner.package.purl} (list ${owner.list}) and ${project.package.purl} both have the id “${project.id}”`;
  return { list: at.list, path: at.path, problem, remedy: 'give one of them an `id:` of its own' };
}

/** The id that a name gives where none is written. */
export function idOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-');
  return words.replace(/^[-.]+|[-.]+$/g, '').slice(0, 64) || 'project';
}
