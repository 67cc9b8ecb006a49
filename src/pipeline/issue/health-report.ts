import { compareText } from '../../core/compare-text.ts';
import type { Failure, FailureKind, Health } from '../../core/health.ts';
import type { Instant } from '../../core/instant.ts';
import type { IssueReport } from './issue-report.ts';

export interface LastRun {
  /** Whether a job of the workflow failed. */
  readonly hasFailed: boolean;
  /** Where its runs are listed. The same page every time, so that a failure that lasts edits nothing. */
  readonly runsUrl: string;
  readonly at: Instant;
}

const STREAK_MS = 24 * 3_600_000;
// With what stands around them, an issue has at most 50 lines.
const MOST_NAMED = 38;
const LONGEST_PURL = 200;

const WORDS: Partial<Record<FailureKind, string>> = {
  host: 'the host does not answer as it should',
  format: 'the answer is nothing that Tidings can read',
  gone: 'the upstream says that there is no such package',
  shrunk: 'the list lost too many releases to be believed',
  identity: 'the name belongs to another project now',
};

/** What there is to tell of packages that have failed for a day, and of the update itself. */
export function healthReport(health: Health, { hasFailed, runsUrl, at }: LastRun): IssueReport {
  const failing = health.failing.filter((failure) => isStreak(failure, at));
  const parts = [
    ...(hasFailed ? [`The last update did not end well: [see its log](${runsUrl}).`] : []),
    ...(failing.length > 0 ? [packagesPart(failing)] : []),
  ];
  const all: IssueReport = {
    id: 'tidings:health',
    title: failing.length > 0 ? 'Packages that cannot be read' : 'The update fails',
    farewell: 'Everything can be read again.',
  };
  if (parts.length === 0) return all;
  const closing = 'Tidings keeps this text up to date, and closes the issue when all is well.';
  return { ...all, body: `${[...parts, closing].join('\n\n')}\n` };
}

// Incomplete is read, if not to its end. Anything else that lasts needs somebody.
function isStreak({ kind, since }: Failure, at: Instant): boolean {
  return kind !== 'incomplete' && Date.parse(at) - Date.parse(since) >= STREAK_MS;
}

function packagesPart(failing: readonly Failure[]): string {
  const sorted = failing.toSorted(
    (a, b) => compareText(a.since, b.since) || compareText(a.package, b.package),
  );
  const lines = sorted.slice(0, MOST_NAMED).map(describe);
  if (sorted.length > MOST_NAMED)
    lines.push(`- and ${sorted.length - MOST_NAMED} more, in \`data/health.json\``);
  const intro = `For a day or longer, ${failing.length} packages could not be read. What \`data/\` holds of them stays, but nothing new arrives.`;
  const remedy =
    'If a package moved, change its name in the watchlist; if you no longer need it, remove it there. A host that is down needs nothing from you.';
  return [intro, '', ...lines, '', remedy].join('\n');
}

// A purl mentions nobody inside of a code span, which only a backtick could end.
function describe({ package: purl, kind, since, status }: Failure): string {
  const name = purl.replaceAll(/[`\s]/g, '').slice(0, LONGEST_PURL);
  const answer = status === undefined ? '' : ` (${status})`;
  return `- \`${name}\`: ${WORDS[kind] ?? 'it cannot be read'}${answer}, since ${since.slice(0, 10)}`;
}
