import { Octokit } from '@octokit/core';
import { GraphqlResponseError, withCustomRequest } from '@octokit/graphql';
import { retry } from '@octokit/plugin-retry';
import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import type { World } from '../source.ts';
import { explainError } from './explain-error.ts';
import { isLimited } from './verdict.ts';

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

const Headed = z
  .record(z.string(), z.unknown())
  .transform(
    (all) => new Headers(Object.entries(all).map(([name, value]): [string, string] => [name, String(value)])),
  )
  .catch(new Headers());

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
    // Octokit would write what a host says of its deprecations to the console.
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
      await noteLimit(world, error);
      // A partial answer is thrown, with the usable rest on `data`.
      if (error instanceof GraphqlResponseError) return readReply(error.data, error.errors ?? [], host);
      throw explainError(error, host);
    }
  };
}

const Limited = z.object({ status: z.literal(403), response: z.object({ headers: Headed }).optional() });

// A secondary limit may come as a bare 403, or within an answer.
// https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
async function noteLimit({ http, githubApiUrl }: World, error: unknown): Promise<void> {
  if (error instanceof GraphqlResponseError) {
    const errors = z.array(GraphqlError).safeParse(error.errors).data ?? [];
    if (isLimited(errors)) await http.limited(githubApiUrl, 200, Headed.parse(error.headers));
    return;
  }
  const refused = Limited.safeParse(error).data;
  if (refused !== undefined)
    await http.limited(githubApiUrl, 403, refused.response?.headers ?? new Headers());
}

function readReply(data: unknown, errors: unknown, host: string): GraphqlReply {
  const read = z.array(GraphqlError).safeParse(errors);
  const found = z.record(z.string(), z.unknown()).safeParse(data).data;
  if (!read.success || (found === undefined && read.data.length === 0)) {
    throw new FormatError(`${host}: the reply is no answer to a GraphQL query`);
  }
  return { data: found, errors: read.data };
}
