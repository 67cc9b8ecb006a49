import { severityInWords } from '../advisories/alerts.ts';
import { USE_WORDS } from '../use-words.ts';
import { countInWords } from '../words.ts';
import type { UpgradeStep, Urgency } from './plan-upgrade.ts';

/** The headings of a plan. */
export const URGENCY_WORDS: Readonly<Record<Urgency, { readonly title: string; readonly means: string }>> = {
  now: {
    title: 'Take now',
    means: 'The version in use is vulnerable or was taken back, and there is a version to go to.',
  },
  easily: { title: 'Easy', means: 'Nothing between says that it breaks.' },
  'with-care': { title: 'With care', means: 'Something between breaks: read it first.' },
  stay: { title: 'Nowhere to go', means: 'Up to date, or nothing is known to go to.' },
};

/** Where a step leads: `1.7.2 → 2.0.1`, `1.7.2, up to date`. */
export function wayInWords({ used, state, latest }: UpgradeStep): string {
  return state === 'behind' && latest !== undefined
    ? `${used} → ${latest[0]}`
    : `${used}, ${USE_WORDS[state]}`;
}

/** What is to be known of a step in a line: `12 releases, 340 days, 1 breaking; closes GHSA-…, high`. */
export function stepInWords({
  state,
  between,
  days,
  breaking,
  closes,
  flag,
  affectedBy,
}: UpgradeStep): string {
  const behind = state === 'behind' ? distanceInWords(between.length, days, breaking.length) : undefined;
  const closed = closes.map(({ id, severity }) => `closes ${id}, ${severityInWords(severity)}`);
  const left = affectedBy
    .filter(({ vulnerability }) => !closes.includes(vulnerability))
    .map(({ vulnerability: { id, severity } }) => `${id}, ${severityInWords(severity)}, stays open`);
  return [behind, flag && `${flag} upstream`, ...closed, ...left]
    .filter((part) => part !== undefined)
    .join('; ');
}

function distanceInWords(releases: number, days: number | undefined, breaking: number): string {
  const parts = [countInWords(releases, 'release')];
  if (days !== undefined) parts.push(countInWords(days, 'day'));
  if (breaking > 0) parts.push(`${breaking} breaking`);
  return parts.join(', ');
}
