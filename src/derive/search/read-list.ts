import { foldText } from './fold-text.ts';
import { type ReleaseFlags, unpackFlags } from './release-flags.ts';
import type { ListedProject, SearchList } from './search-list.ts';

/** A project as a search goes through it. */
export interface SearchProject {
  readonly id: string;
  readonly name: string;
  readonly package: string;
  readonly tags: readonly string[];
  /** What it is found by, folded: its names first. */
  readonly names: readonly string[];
  /** What it is found by if need be: the whole purl. */
  readonly purl: string;
  /** Newest first. */
  readonly releases: readonly SearchRelease[];
}

export interface SearchRelease extends ReleaseFlags {
  readonly version: string;
  readonly folded: string;
  /** `2026-11-20` */
  readonly day: string;
  /** Its folder of the site, with a final slash. */
  readonly path: string;
}

const DAY = 86_400_000;

/** The list with all that it leaves out, for a search to go through. */
export function readList({ projects }: SearchList): SearchProject[] {
  return projects.map((listed) => {
    const { id, name, tags } = listed;
    const purl = decodeText(listed.package);
    const fullName = purl.replace(/^pkg:[^/]*\//, '').replace(/\?.*$/, '');
    return {
      id,
      name,
      tags,
      package: listed.package,
      names: [...new Set([name, fullName, id, ...tags].map(foldText))],
      purl: foldText(purl),
      releases: readReleases(listed),
    };
  });
}

function readReleases({
  id,
  versions,
  days,
  flags,
  prefix = '',
  folders = {},
}: ListedProject): SearchRelease[] {
  let day = 0;
  return versions.map((version, place) => {
    const step = days[place] ?? 0;
    day = place === 0 ? step : day - step;
    return {
      ...unpackFlags(flags[place] ?? ''),
      version,
      folded: foldText(version),
      day: new Date(day * DAY).toISOString().slice(0, 10),
      path: `projects/${id}/${folders[place] ?? prefix + version}/`,
    };
  });
}

// The purls of data/ are canonical: what follows a `%` are two digits. A name may still hold bytes that are no text.
function decodeText(purl: string): string {
  try {
    return decodeURIComponent(purl);
  } catch {
    return purl;
  }
}
