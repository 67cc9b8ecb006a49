import type { IssueReport } from './issue-report.ts';

/** What there is to tell of the ledger: whether git still bears it out. */
export function verifyReport({ hasFailed, runsUrl }: { hasFailed: boolean; runsUrl: string }): IssueReport {
  const all: IssueReport = {
    id: 'tidings:verify',
    title: 'The ledger and git do not agree',
    farewell: 'The ledger and git agree again.',
  };
  if (!hasFailed) return all;
  const lines = [
    `\`npm run verify\` rebuilds the ledger from git and compares. It failed: [see its log](${runsUrl}).`,
    '',
    'Either somebody edited `data/` by hand, or its history was rewritten. Run it in a clone with the whole history to see which',
    'lines are concerned, and restore them from git.',
    '',
    'Tidings closes the issue when they agree again.',
  ];
  return { ...all, body: `${lines.join('\n')}\n` };
}
