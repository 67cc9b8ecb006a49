import { type Entry, isStable } from '../entry.ts';
import type { Standing } from '../standing.ts';
import { type Badge, toBadge } from './badge.ts';

/** The version of a project to use: the highest stable one, else what is to become the first. */
export function latestBadge(
  name: string,
  { latest, upcoming }: Pick<Standing, 'latest' | 'upcoming'>,
): Badge {
  const entry = latest ?? upcoming;
  if (entry === undefined) return toBadge({ label: name, message: 'no release yet', tone: 'unknown' });
  return toBadge({ label: name, message: entry.version, tone: 'plain', phase: entry.step.kind });
}

/** What came out last among several projects. Entries are newest first. */
export function newestBadge(title: string, entries: Iterable<Entry>): Badge {
  for (const entry of entries) {
    if (!isStable(entry)) continue;
    const message = `${entry.project.name} ${entry.version}`;
    return toBadge({ label: title, message, tone: 'plain', phase: entry.step.kind });
  }
  return toBadge({ label: title, message: 'no release yet', tone: 'unknown' });
}
