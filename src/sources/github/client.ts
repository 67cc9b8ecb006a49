import pLimit from 'p-limit';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { World } from '../source.ts';
import type { Setback } from './batches.ts';
import { createGraphql, type GraphqlError, type GraphqlReply, type OctokitOptions } from './octokit.ts';
import { isLimited, judge, limitError } from './verdict.ts';

/** Fields that older GitHub Enterprise Servers lack; these reject a whole query for one field that they do not know. */
const NEWER_FIELDS = ['immutable', 'digest'] as const;
export type Knows = (field: (typeof NEWER_FIELDS)[number]) => boolean;

export interface Question {
  /** The query, without the fields that the host does not know. */
  readonly text: (knows: Knows) => string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** How many things it asks for: several are asked for in halves when it fails, a single one again. */
  readonly size: number;
}

export interface Answered {
  readonly data: Readonly<Record<string, unknown>>;
  /** What GitHub says of the parts that it left out. */
  readonly errors: readonly GraphqlError[];
}

export interface Client {
  readonly host: string;
  /** Never rejects for the host's sake: what went wrong is in the reply. */
  readonly ask: (question: Question) => Promise<Answered | Setback>;
}

/** Secondary limits count parallel requests; four are plenty. */
export const IN_FLIGHT = 4;
// Halving a bad batch of 50 down to one fails 7 times; so many failures in a row mean that GitHub is down.
const HOPELESS = 30;

/**
 * A client for one run. Once GitHub refuses or limits us, or seems to be down, the rest of the run is answered with that error and
 * without a request.
 */
export function createClient(world: World, options: OctokitOptions): Client {
  const { host } = new URL(world.githubApiUrl);
  const graphql = createGraphql(world, options);
  const inTurn = pLimit(IN_FLIGHT);
  const unknown = new Set<string>();
  let closed: Setback['error'] | undefined;
  let failures = 0;

  async function ask(question: Question): Promise<Answered | Setback> {
    if (closed !== undefined) return { error: closed, halve: false };
    const reply = await send(question);
    if (reply instanceof Error) return failed(reply);
    const { data, errors } = reply;
    if (isLimited(errors)) closed = limitError(host);
    if (data !== undefined) {
      failures = 0;
      return { data, errors };
    }
    const news = NEWER_FIELDS.filter((field) => !unknown.has(field) && isNamed(field, errors));
    for (const field of news) unknown.add(field);
    return news.length > 0 ? ask(question) : failed(closed ?? judge(errors, host).error);
  }

  async function send({ text, variables, size }: Question): Promise<GraphqlReply | Setback['error']> {
    try {
      const query = text((field) => !unknown.has(field));
      return await graphql(query, variables, { retry: size === 1 });
    } catch (error) {
      if (error instanceof HostError || error instanceof FormatError) return error;
      throw error;
    }
  }

  function failed(error: Setback['error']): Setback {
    failures += 1;
    const isRefusal = error.status !== undefined && error.status >= 400 && error.status < 500;
    if (isRefusal || failures >= HOPELESS) closed ??= error;
    return { error, halve: closed === undefined };
  }

  return { host, ask: (question) => inTurn(() => ask(question)) };
}

function isNamed(field: string, errors: readonly GraphqlError[]): boolean {
  return errors.some(({ message }) => new RegExp(`\\bfield\\b.*\\b${field}\\b`, 'i').test(message));
}
