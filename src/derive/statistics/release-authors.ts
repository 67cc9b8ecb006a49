import { compareText } from '../../core/compare-text.ts';
import type { Entry } from '../entry.ts';

/** An account that put out releases. */
export interface Author {
  readonly name: string;
  /** The type of the packages where it has this name. */
  readonly type: string;
  readonly releases: number;
}

export interface Authors {
  /** The busiest first. */
  readonly authors: readonly Author[];
  /** Releases whose author upstream tells, and all of them. */
  readonly known: number;
  readonly all: number;
}

/** Who put entries out, as far as upstream tells. One name at two sources is two accounts: nobody vouches that they are one person’s. */
export function releaseAuthors(entries: readonly Entry[]): Authors {
  const counts = new Map<string, Author>();
  let known = 0;
  for (const { release, project } of entries) {
    const { author: name } = release;
    if (name === undefined) continue;
    known += 1;
    const { type } = project.package;
    const key = JSON.stringify([type, name]);
    counts.set(key, { name, type, releases: (counts.get(key)?.releases ?? 0) + 1 });
  }
  const authors = [...counts.values()].sort(
    (a, b) => b.releases - a.releases || compareText(a.name, b.name) || compareText(a.type, b.type),
  );
  return { authors, known, all: entries.length };
}
