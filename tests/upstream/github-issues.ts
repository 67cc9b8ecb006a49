import { z } from 'zod';
import type { Asked, Handler, Served } from './upstream.ts';

export interface EmulatedIssue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
  labels: readonly string[];
  readonly comments: string[];
}

const Fields = z.object({
  title: z.string().optional(),
  body: z.string().optional(),
  state: z.enum(['open', 'closed']).optional(),
  labels: z.array(z.string()).optional(),
});
const ISSUE = /^\/repos\/acme\/releases\/issues(?:\/(\d+))?(\/comments)?$/;

/** The issues of acme/releases as GitHub keeps them, with other people's issues and pull requests among them. */
export function emulateIssues(options: { readonly token: string; readonly off?: boolean }) {
  const issues: EmulatedIssue[] = [];

  const handler: Handler = (asked) => {
    const [matched, number, comments] = ISSUE.exec(asked.path) ?? [];
    if (matched === undefined) return undefined;
    if (asked.headers['authorization'] !== `Bearer ${options.token}`)
      return json(401, { message: 'Bad credentials' });
    if (options.off) return json(410, { message: 'Issues are disabled for this repo' });
    if (asked.method === 'GET') return json(200, list(issues, asked));
    const fields = Fields.parse(JSON.parse(asked.body));
    if (number === undefined) return json(201, add(issues, fields));
    const issue = issues.find((one) => one.number === Number(number));
    if (issue === undefined) return json(404, { message: 'Not Found' });
    if (comments === undefined) Object.assign(issue, fields);
    else issue.comments.push(fields.body ?? '');
    return json(comments === undefined ? 200 : 201, issue);
  };

  return { handler, issues };
}

function add(
  issues: EmulatedIssue[],
  { title = '', body = '', labels = [] }: z.infer<typeof Fields>,
): EmulatedIssue {
  const issue = { number: issues.length + 1, title, body, state: 'open', labels, comments: [] };
  issues.push(issue);
  return issue;
}

function list(issues: readonly EmulatedIssue[], { query }: Asked): object[] {
  const found = issues.filter(({ state, labels }) => {
    return state === query.get('state') && labels.includes(query.get('labels') ?? '');
  });
  const labelled = { number: 900, body: `${query.get('labels')} is what this is about`, title: 'By hand' };
  const pull = {
    number: 901,
    body: `<!-- ${query.get('labels')} -->`,
    title: 'A pull request',
    pull_request: {},
  };
  return [{ ...labelled, body: null }, labelled, pull, ...found];
}

function json(status: number, value: unknown): Served {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}
