import type { Summary } from '../../core/summary.ts';
import type { Entry } from '../entry.ts';
import { type ShownSummary, shownSummary } from './shown-summary.ts';

/** Stored summaries by package, then by version. */
export type StoredSummaries = ReadonlyMap<string, ReadonlyMap<string, Summary>>;

/** The summaries of a project by the version of the release: those that were made of exactly the notes that are there now. */
export function projectSummaries(
  entries: readonly Entry[],
  stored: StoredSummaries,
  hashOf: (notes: string) => string,
): ReadonlyMap<string, ShownSummary> {
  const shown = new Map<string, ShownSummary>();
  for (const { notes, release } of entries) {
    const summary = notes && stored.get(notes.package.purl)?.get(notes.ref);
    if (notes === undefined || summary === undefined || summary.notes !== hashOf(notes.text)) continue;
    const one = shownSummary(summary, notes.text);
    if (one !== undefined) shown.set(release.version, one);
  }
  return shown;
}
