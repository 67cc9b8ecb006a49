import { severityInWords } from '../advisories/alerts.ts';
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
  return state === 'behind' && latest !== undefined ? `${used} → ${latest[0]}` : `${used}, ${STATES[state]}`;
}

const STATES: Readonly<Record<UpgradeStep['state'], string>> = {
  behind: 'behind',
  current: 'up to date',
  ahead: 'ahead of the latest',
  unreadable: 'no version of this package',
  unknown: 'no stable release is known',
};

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
  const behind =
    state === 'behind'
      ? [
          countInWords(between.length, 'release'),
          days === undefined ? undefined : countInWords(days, 'day'),
          breaking.length > 0 ? `${breaking.length} breaking` : undefined,
        ].filter((part) => part !== undefined)
      : [];
  const closed = closes.map(({ id, severity }) => `closes ${id}, ${severityInWords(severity)}`);
  const left = affectedBy
    .filter(({ vulnerability }) => !closes.includes(vulnerability))
    .map(({ vulnerability: { id, severity } }) => `${id}, ${severityInWords(severity)}, stays open`);
  return [behind.join(', '), flag && `${flag} upstream`, ...closed, ...left]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
}
