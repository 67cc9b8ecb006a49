import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import { type IssueReport, markOf } from './issue-report.ts';
import type { IssuePlan, OpenIssue } from './plan-issue.ts';

export interface GithubIssues {
  /** The open issue of a report, undefined if there is none. */
  readonly find: (id: IssueReport['id']) => Promise<OpenIssue | undefined>;
  /** Returns whether it could: issues may be turned off. */
  readonly perform: (plan: IssuePlan) => Promise<boolean>;
}

interface Repository {
  readonly apiUrl: string;
  /** `owner/name` */
  readonly name: string;
  readonly token: string;
}

const Issues = z.array(
  z.object({
    number: z.int(),
    body: z
      .string()
      .nullish()
      .transform((body) => body ?? ''),
    // The list of issues has pull requests in it: https://docs.github.com/en/rest/issues/issues#list-repository-issues
    pull_request: z.unknown().optional(),
  }),
);

// Issues are turned off.
const GONE = 410;

/** The issues of one repository, each found by a label, which only its people can set, and by the mark in its text. */
export function openGithubIssues(http: Http, { apiUrl, name, token }: Repository): GithubIssues {
  const base = `${apiUrl}/repos/${name}/issues`;
  const common: HttpRequest = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    headers: { 'x-github-api-version': '2022-11-28' },
  };

  async function send(method: 'POST' | 'PATCH', url: string, fields: object): Promise<boolean> {
    const headers = { ...common.headers, 'content-type': 'application/json' };
    const body = JSON.stringify(fields);
    const deed = { method, headers, body, once: true, statuses: [GONE] };
    return (await http.readJson(url, { ...common, ...deed })).status !== GONE;
  }

  async function find(id: IssueReport['id']): Promise<OpenIssue | undefined> {
    const query = new URLSearchParams({ state: 'open', labels: id, direction: 'asc', per_page: '100' });
    const reply = await http.readJson(`${base}?${query}`, { ...common, statuses: [GONE] });
    if (reply.status === GONE) return undefined;
    const { data, error } = Issues.safeParse(reply.json);
    if (error !== undefined) throw new FormatError(`${name}: the list of issues is none`, { cause: error });
    return data.find((issue) => issue.pull_request === undefined && issue.body.includes(markOf(id)));
  }

  async function perform(plan: IssuePlan): Promise<boolean> {
    if (plan.verb === 'nothing') return true;
    if (plan.verb === 'open') {
      return send('POST', base, { title: plan.title, body: plan.body, labels: [plan.label] });
    }
    const issue = `${base}/${plan.number}`;
    if (plan.verb === 'edit') return send('PATCH', issue, { body: plan.body });
    const isClosed = await send('PATCH', issue, { state: 'closed', state_reason: 'completed' });
    return isClosed && (await send('POST', `${issue}/comments`, { body: plan.comment }));
  }

  return { find, perform };
}
