import type { Instant } from '../../core/instant.ts';
import type { Project } from '../../core/project.ts';
import { type Entry, isOffered } from '../entry.ts';
import type { Says } from '../says.ts';
import { packFlags } from './release-flags.ts';

/** Where the search finds it, below the site. */
export const SEARCH_LIST_PATH = 'search/list.json';

/** Every project and every version of it, as small as a search can do with. */
export interface SearchList {
  readonly format: 1;
  /** The newest moment that data/ knows. */
  readonly asOf: Instant;
  /** How many releases can be found by what their notes say; 0 where there is no index of the notes. */
  readonly notes: number;
  readonly projects: readonly ListedProject[];
}

/** The releases of a project, newest first, each in the same place of `versions`, `days` and `flags`. */
export interface ListedProject {
  readonly id: string;
  readonly name: string;
  readonly package: string;
  readonly tags: readonly string[];
  readonly versions: readonly string[];
  /** Of the first one the days since 1970; of each other one, how many days earlier it came out than the one before. */
  readonly days: readonly number[];
  /** A character each, see release-flags.ts. */
  readonly flags: string;
  /** A release lies in the folder of its project, in one of its version with this before it, if it is given … */
  readonly prefix?: string;
  /** … but for these, by their place. */
  readonly folders?: Readonly<Record<string, string>>;
}

interface Listed {
  readonly project: Project;
  readonly entries: readonly Entry[];
}

const DAY = 86_400_000;

/** The list of these projects, in their order. `folderOf` gives the last folder of a release’s address. */
export function searchList(
  { projects, says, asOf }: { projects: readonly Listed[]; says: Says; asOf: Instant },
  folderOf: (entry: Entry) => string,
  notes: number,
): SearchList {
  return {
    format: 1,
    asOf,
    notes,
    projects: projects.map((one) => listProject(one, says, folderOf)),
  };
}

function listProject(
  { project, entries }: Listed,
  says: Says,
  folderOf: (entry: Entry) => string,
): ListedProject {
  const days = entries.map(({ at }) => Math.floor(Date.parse(at) / DAY));
  const prefix = entries[0] === undefined ? '' : prefixOf(folderOf(entries[0]), entries[0].version);
  const odd = entries.flatMap((entry, place) => {
    const folder = folderOf(entry);
    return folder === prefix + entry.version ? [] : [[place, folder]];
  });
  return {
    id: project.id,
    name: project.name,
    package: project.package.purl,
    tags: project.tags,
    versions: entries.map(({ version }) => version),
    days: days.map((day, place) => (place === 0 ? day : (days[place - 1] ?? day) - day)),
    flags: entries.map((entry) => packFlags(flagsOf(entry, says))).join(''),
    ...(prefix !== '' && { prefix }),
    ...(odd.length > 0 && { folders: Object.fromEntries(odd) }),
  };
}

function flagsOf(entry: Entry, says: Says) {
  return {
    step: entry.step.kind,
    isBreaking: says.breaks(entry),
    isSecurity: says.secures(entry),
    isGone: !isOffered(entry),
  };
}

function prefixOf(folder: string, version: string): string {
  return folder.endsWith(version) ? folder.slice(0, folder.length - version.length) : '';
}
