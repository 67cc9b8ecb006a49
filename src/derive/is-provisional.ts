import { hoursBetween, type Instant } from '../core/instant.ts';
import { isPlaceholder } from '../core/notes-placeholder.ts';
import { type Release, releasedAt } from '../core/release.ts';
import type { Entry } from './entry.ts';

/** For so long notes may follow their release: many are published first and described after. */
const SETTLED_AFTER_HOURS = 24;

/** Whether a release is so new, as of a moment, that the notes which it lacks may still come. */
export function isProvisional(
  release: Pick<Release, 'publishedAt' | 'seenAt' | 'notes'>,
  asOf: Instant,
): boolean {
  return hoursBetween(releasedAt(release), asOf) < SETTLED_AFTER_HOURS && isPlaceholder(release.notes);
}

/** The same of an entry, whose notes may have come from a channel. */
export function awaitsNotes({ release, notes }: Entry, asOf: Instant): boolean {
  return isProvisional(release, asOf) && isPlaceholder(notes?.text);
}
