import { Octokit } from '@octokit/core';
import { GraphqlResponseError, withCustomRequest } from '@octokit/graphql';
import { retry } from '@octokit/plugin-retry';
import { z } from 'zod';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { World } from '../source.ts';

export interface OctokitOptions {
  /** The pause before a question about a single thing is repeated, in milliseconds. */
  readonly retryMs: number;
  /** The longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number;
}

const GraphqlError = z.object({
  type: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  path: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
});
export type GraphqlError = z.infer<typeof GraphqlError>;

/** A reply of status 200: what was found, and what GitHub says of the rest. `data` is undefined where nothing was. */
export interface GraphqlReply {
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly errors: readonly GraphqlError[];
}

export type Graphql = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  options: { readonly retry: boolean },
) => Promise<GraphqlReply>;

// What a repetition does not cure, or makes worse: a limit is not to be hammered, and a query that took too long is to be halved.
const NO_RETRY = [400, 401, 403, 404, 410, 422, 429, 451, 502, 504];
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const RetryingOctokit = Octokit.plugin(retry);

/**
 * GitHub's GraphQL API through Octokit, over the guarded HTTP client.
 * `graphql` alone has no hooks, so that plugin-retry would do nothing: https://github.com/octokit/graphql.js#usage-with-octokitrequest
 * It rejects with HostError (`status` as the host gave it) and FormatError.
 */
export function createGraphql(world: World, { retryMs, timeoutMs }: OctokitOptions): Graphql {
  const host = new URL(world.githubApiUrl).host;
  const octokit = new RetryingOctokit({
    auth: world.githubToken,
    baseUrl: world.githubApiUrl,
    log: SILENT,
    request: { fetch: world.http.fetch, log: SILENT },
    retry: { doNotRetry: NO_RETRY, retries: 1, retryAfterBaseValue: retryMs },
  });
  const graphql = withCustomRequest(octokit.request);
  return async (query, variables, { retry: mayRetry }) => {
    // A number of retries named here would hold for the statuses in NO_RETRY too: plugin-retry counts by it, whatever it decided.
    const request = { signal: AbortSignal.timeout(timeoutMs), ...(!mayRetry && { retries: 0 }) };
    try {
      return readReply(await graphql(query, { ...variables, request }), [], host);
    } catch (error) {
      // A partial answer is thrown, with the usable rest on `data`.
      if (error instanceof GraphqlResponseError) return readReply(error.data, error.errors ?? [], host);
      throw explain(error, host);
    }
  };
}

function readReply(data: unknown, errors: unknown, host: string): GraphqlReply {
  const read = z.array(GraphqlError).safeParse(errors);
  const found = z.record(z.string(), z.unknown()).safeParse(data).data;
  if (!read.success || (found === undefined && read.data.length === 0)) {
    throw new FormatError(`${host}: the reply is no answer to a GraphQL query`);
  }
  return { data: found, errors: read.data };
}

const RequestError = z.object({
  status: z.int(),
  message: z.string(),
  cause: z.unknown(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

// Octokit's own error stays behind: it holds the request, and text of the host.
function explain(error: unknown, host: string): unknown {
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
  if (message.startsWith('Something went wrong')) return new HostError(`${host}: ${SOMETHING}`);
  return new HostError(`${host} answered ${status}`, {
    status,
    ...remedyFor(status, response?.headers ?? {}),
  });
}

const SOMETHING = 'something went wrong there while it executed the query';

const REMEDIES: Readonly<Record<number, string>> = {
  401: 'give GITHUB_TOKEN a token that has not expired or been revoked',
  403: 'run again in an hour, and check what the token in GITHUB_TOKEN may read',
  404: 'check GITHUB_API_URL',
  429: 'run again in an hour; a personal token in GITHUB_TOKEN has a higher limit than the one of Actions',
};

function remedyFor(status: number, headers: Readonly<Record<string, unknown>>): { remedy?: string } {
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0 && reset < 253_402_300_800) {
    return { remedy: `run again after ${new Date(reset * 1000).toISOString()}, when the limit is reset` };
  }
  const remedy = REMEDIES[status];
  return remedy === undefined ? {} : { remedy };
}
