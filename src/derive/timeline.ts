import type { Change, Severity } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import { packageName } from '../core/package.ts';
import { changeInWords } from './change-words.ts';
import type { Entry } from './entry.ts';
import { spanInWords } from './words.ts';

/** One step in the life of a release. */
export interface TimelineStep {
  readonly at: Instant;
  readonly words: string;
  /** How long after its publication, in words; undefined where nothing tells. */
  readonly after: string | undefined;
  readonly severity: Severity;
  readonly change: Change | undefined;
}

/**
 * What happened to a version, in order: when it was published and seen, and what the ledger says of it in all its packages.
 * Seeing what was there before the import took no time that means anything.
 */
export function timelineOf(
  entry: Entry,
  changes: readonly Change[],
  importedAt: Instant | undefined,
): TimelineStep[] {
  const { publishedAt, seenAt } = entry.release;
  const isHistory = importedAt !== undefined && seenAt <= importedAt;
  const fromPublication = (at: Instant) => laterInWords(publishedAt, at);
  const info = { severity: 'info', change: undefined } as const;
  const steps: TimelineStep[] = [];
  if (publishedAt !== undefined)
    steps.push({ ...info, at: publishedAt, words: 'published', after: undefined });
  const seen = isHistory ? 'there when Tidings first looked' : 'seen by Tidings';
  steps.push({ ...info, at: seenAt, words: seen, after: isHistory ? undefined : fromPublication(seenAt) });
  for (const change of changes) {
    // Its publication is told already, by upstream's own date where there is one; in another package it is no news.
    if (change.kind === 'published') continue;
    const { at, severity } = change;
    steps.push({ at, words: wordsOf(change, entry), after: fromPublication(at), severity, change });
  }
  return steps.sort((a, b) => compareText(a.at, b.at));
}

function wordsOf(change: Change, { channels }: Entry): string {
  const channel = channels.find(({ package: { purl } }) => purl === change.package);
  if (channel === undefined) return changeInWords(change);
  return `${changeInWords(change)} (${channel.package.type}: ${packageName(channel.package)})`;
}

function laterInWords(from: Instant | undefined, to: Instant): string | undefined {
  if (from === undefined || to < from) return undefined;
  return `${spanInWords(hoursBetween(from, to))} later`;
}
