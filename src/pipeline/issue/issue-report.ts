/** What there is to tell in an issue: the newest state of it, whatever was told before. */
export interface IssueReport {
  /** Names the issue for good: its label, and a mark in its text that nobody sees. */
  readonly id: 'tidings:health' | 'tidings:verify';
  readonly title: string;
  /** Markdown without the mark. Absent when all is well. */
  readonly body?: string;
  /** What is said when it is closed. */
  readonly farewell: string;
}

/** The text of an issue as it is sent: with the mark, by which the next run finds it again. */
export function markedBody({ id }: IssueReport, body: string): string {
  return `${body.trimEnd()}\n\n${markOf(id)}\n`;
}

export function markOf(id: IssueReport['id']): string {
  return `<!-- ${id} -->`;
}
