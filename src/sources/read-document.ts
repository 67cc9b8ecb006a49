import type { HttpRequest } from '../platform/http/http-request.ts';
import { type Conditional, readConditional } from '../platform/http/read-conditional.ts';
import type { Asking } from './package-by-package.ts';
import type { Fetched } from './source.ts';

type Gone = Extract<Fetched, { status: 'gone' }>;

const GONE = [404, 410, 451];

/**
 * Reads the document that decides whether a package is there at all: `gone` for 404, 410 and 451, `unchanged` for a 304.
 * @param request the rest of the request, with its `authorization` if the document needs one
 * @throws HostError, FormatError
 */
export async function readDocument(
  { package: pkg, world, fresh }: Asking,
  url: string,
  request: HttpRequest,
): Promise<Conditional | Gone> {
  const { http, validators } = world;
  const answer = await readConditional(http, validators, url, { ...request, fresh, statuses: GONE });
  if (answer.status === 'unchanged') return answer;
  const { status } = answer.reply;
  if (!GONE.includes(status)) return answer;
  const { host } = new URL(url);
  return { status: 'gone', reason: `${host} has no ${pkg.purl}, or does not show it to us`, code: status };
}
