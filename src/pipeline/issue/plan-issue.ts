import { type IssueReport, markedBody } from './issue-report.ts';

/** The open issue of a report, as GitHub has it. */
export interface OpenIssue {
  readonly number: number;
  readonly body: string;
}

export type IssuePlan =
  | { readonly verb: 'nothing' }
  | { readonly verb: 'open'; readonly label: string; readonly title: string; readonly body: string }
  | { readonly verb: 'edit'; readonly number: number; readonly body: string }
  | { readonly verb: 'close'; readonly number: number; readonly comment: string };

/** What brings the issue to what there is to tell. Told already is told: nothing is said twice. */
export function planIssue(report: IssueReport, open: OpenIssue | undefined): IssuePlan {
  if (report.body === undefined) {
    return open === undefined
      ? { verb: 'nothing' }
      : { verb: 'close', number: open.number, comment: report.farewell };
  }
  const body = markedBody(report, report.body);
  if (open === undefined) return { verb: 'open', label: report.id, title: report.title, body };
  return isSame(open.body, body) ? { verb: 'nothing' } : { verb: 'edit', number: open.number, body };
}

// An issue that was edited in a browser comes back with the line ends of one.
function isSame(theirs: string, ours: string): boolean {
  return theirs.replaceAll('\r\n', '\n').trimEnd() === ours.trimEnd();
}

/** What `--dry-run` shows, and what a run says that it did. */
export function describeIssuePlan(plan: IssuePlan): string {
  if (plan.verb === 'nothing') return 'The issue is as it should be: nothing to do.';
  if (plan.verb === 'open') return `Open an issue “${plan.title}”.`;
  return plan.verb === 'edit' ? `Edit issue ${plan.number}.` : `Close issue ${plan.number}.`;
}
