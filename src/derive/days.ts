import { compareText } from '../core/compare-text.ts';
import type { Entry } from './entry.ts';

/** What the feed shows as one: a release, or the flood of one project on one day (its newest entry first). */
export interface FeedItem {
  readonly entry: Entry;
  readonly others: readonly Entry[];
}

export interface Day {
  /** `2026-11-20`, UTC. */
  readonly day: string;
  readonly items: readonly FeedItem[];
}

const FLOOD = 3;

/** Entries (newest first) by UTC day; more than three of a project on one day become one item. */
export function groupByDay(entries: readonly Entry[]): Day[] {
  const days = Map.groupBy(entries, ({ at }) => at.slice(0, 10));
  return [...days]
    .map(([day, ofDay]) => ({ day, items: fold(ofDay) }))
    .sort((a, b) => compareText(b.day, a.day));
}

function fold(entries: readonly Entry[]): FeedItem[] {
  const items: FeedItem[] = [];
  const byProject = Map.groupBy(entries, ({ project }) => project.id);
  for (const entry of entries) {
    const [first, ...others] = byProject.get(entry.project.id) ?? [];
    if (others.length < FLOOD) items.push({ entry, others: [] });
    else if (entry === first) items.push({ entry, others });
  }
  return items;
}
