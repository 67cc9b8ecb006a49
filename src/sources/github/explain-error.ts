import { z } from 'zod';
import { FormatError, HostError } from '../../platform/errors.ts';
import { LIMIT_REMEDY } from './verdict.ts';

const RequestError = z.object({
  status: z.int(),
  message: z.string(),
  cause: z.unknown(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

/**
 * What Octokit threw, as an error of ours. Its own error stays behind: it holds the request, and text of the host.
 * @returns the HostError or FormatError of the HTTP client, where that is what Octokit wrapped
 */
export function explainError(error: unknown, host: string): HostError | FormatError {
  if (error instanceof FormatError) return error;
  const { data } = RequestError.safeParse(error);
  if (data === undefined) return new FormatError(`${host}: the reply cannot be read`, { cause: error });
  const { status, message, cause, response } = data;
  if (cause instanceof HostError || cause instanceof FormatError) return cause;
  if (cause instanceof Error && cause.name === 'TimeoutError') {
    return new HostError(`${host}: no answer in time`, { cause });
  }
  if (cause !== undefined) return new HostError(`${host} cannot be asked`, { cause });
  // plugin-retry makes an error of status 500 of this one.
  if (message.startsWith('Something went wrong')) {
    return new HostError(`${host}: something went wrong there while it executed the query`);
  }
  return new HostError(`${host} answered ${status}`, {
    status,
    ...remedyFor(status, response?.headers ?? {}),
  });
}

const REMEDIES: Readonly<Record<number, string>> = {
  401: 'give GITHUB_TOKEN a token that has not expired or been revoked',
  403: 'run again in an hour, and check what the token in GITHUB_TOKEN may read',
  404: 'check GITHUB_API_URL',
  429: LIMIT_REMEDY,
};

function remedyFor(
  status: number,
  headers: Readonly<Record<string, unknown>>,
): { remedy?: string; retryAt?: string } {
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0 && reset < 253_402_300_800) {
    const retryAt = `${new Date(reset * 1000).toISOString().slice(0, 19)}Z`;
    return { remedy: `run again after ${retryAt}, when the limit is reset`, retryAt };
  }
  const remedy = REMEDIES[status];
  return remedy === undefined ? {} : { remedy };
}
