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
  { package: pkg, world, fresh, memory }: Asking,
  url: string,
  request: HttpRequest,
): Promise<Conditional | Gone> {
  const { http, validators } = world;
  // What was listed last must have come from the document that the validator stands for, and not from a later one of which
  // nothing was to be remembered: if that is taken back, a 304 would hide it.
  const isFresh = fresh || memory?.['validated'] === undefined;
  const answer = await readConditional(http, validators, url, { ...request, fresh: isFresh, statuses: GONE });
  if (answer.status === 'unchanged') return answer;
  const { status } = answer.reply;
  if (!GONE.includes(status)) return answer;
  const { host } = new URL(url);
  return { status: 'gone', reason: `${host} has no ${pkg.purl}, or does not show it to us`, code: status };
}
