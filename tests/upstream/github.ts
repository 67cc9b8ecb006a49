import { execute, type GraphQLError } from 'graphql';
import { z } from 'zod';
import { serveAtom } from './github-atom.ts';
import type { GithubRepository } from './github-data.ts';
import { githubError, releaseId, releaseNode, repositoryNode } from './github-nodes.ts';
import { githubSchema, type Schema } from './github-schema.ts';
import type { Asked, Handler, Served } from './upstream.ts';

export interface GithubOptions {
  /** New names (`owner/name`) by old ones. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Repositories that the token may not read, though it may know of them. */
  readonly forbidden?: ReadonlySet<string>;
  /** A query for more repositories than this takes too long: 502. */
  readonly mostRepositories?: number;
  /** Repositories after this many in one query are left out with RESOURCE_LIMITS_EXCEEDED. */
  readonly resourceLimit?: number;
  /** The token's points: a query beyond them is answered with RATE_LIMITED. */
  readonly queries?: number;
  /** Fields that this (older) server does not have. */
  readonly lacking?: readonly string[];
}

const Query = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const POINTS = 5000;

/** GitHub's GraphQL API at `…/graphql` (any token will do) and its release feeds, over repositories that tests may change. */
export function githubHandler(
  repositories: readonly GithubRepository[],
  options: GithubOptions = {},
): Handler {
  // Made now: it takes a second or two, which would look like a slow host to whoever asks first.
  const schema = githubSchema(options.lacking);
  let queries = 0;
  return async (asked) => {
    const find = finder(repositories, options);
    const [, feed] = /^\/([^/]+\/[^/]+)\/releases\.atom$/.exec(asked.path) ?? [];
    if (asked.method === 'GET' && feed !== undefined) return serveAtom(asked, find(decodeURIComponent(feed)));
    if (asked.method !== 'POST' || !asked.path.endsWith('/graphql')) return undefined;
    if (asked.headers['authorization'] === undefined) {
      return { status: 401, headers: JSON_TYPE, body: '{"message":"Bad credentials"}' };
    }
    queries += 1;
    return answer(asked, { find, repositories, options, schema, queries });
  };
}

// As on GitHub, names are found whatever their case, and under their old names.
function finder(
  repositories: readonly GithubRepository[],
  { renames = {} }: GithubOptions,
): Emulated['find'] {
  const byName = new Map(repositories.map((one) => [`${one.owner}/${one.name}`.toLowerCase(), one]));
  return (name) => byName.get((renames[name] ?? name).toLowerCase());
}

interface Emulated {
  readonly find: (name: string) => GithubRepository | undefined;
  readonly repositories: readonly GithubRepository[];
  readonly options: GithubOptions;
  readonly schema: Schema;
  readonly queries: number;
}

async function answer(asked: Asked, emulated: Emulated): Promise<Served> {
  const { options, queries } = emulated;
  const { query, variables } = Query.parse(JSON.parse(asked.body));
  const asks = [...query.matchAll(/\brepository\(/g)].length;
  if (asks > (options.mostRepositories ?? asks)) {
    return { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>502 Bad Gateway</h1>' };
  }
  if (queries > (options.queries ?? queries)) {
    return serve({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }, queries);
  }
  const { schema, prepare } = emulated.schema;
  const prepared = prepare(query);
  if ('errors' in prepared) return serve(prepared, queries);
  const { data, errors } = await execute({
    schema,
    document: prepared.document,
    rootValue: rootOf(emulated),
    variableValues: variables,
  });
  return serve({ data, ...(errors && { errors: errors.map(inGithubsShape) }) }, queries);
}

function rootOf({ find, repositories, options }: Emulated): object {
  let asked = 0;
  return {
    repository({ owner, name }: { owner: string; name: string }) {
      asked += 1;
      if (asked > (options.resourceLimit ?? asked)) {
        throw githubError('RESOURCE_LIMITS_EXCEEDED', 'Resource limits for this query exceeded.');
      }
      const fullName = `${owner}/${name}`;
      if (options.forbidden?.has(fullName)) throw githubError('FORBIDDEN', 'Resource protected by SAML.');
      const repository = find(fullName);
      if (repository !== undefined) return repositoryNode(repository);
      throw githubError('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`);
    },
    node({ id }: { id: string }) {
      const release = repositories.flatMap(({ releases }) => releases).find((one) => releaseId(one) === id);
      if (release !== undefined) return releaseNode(release);
      throw githubError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
    },
  };
}

// GitHub puts the type beside the message, where GraphQL has extensions.
function inGithubsShape({ message, path, locations, extensions }: GraphQLError): object {
  return { type: extensions['type'], path, locations, message };
}

function serve(reply: object, queries: number): Served {
  const headers = {
    ...JSON_TYPE,
    'x-ratelimit-limit': String(POINTS),
    'x-ratelimit-remaining': String(POINTS - queries),
    'x-ratelimit-used': String(queries),
    'x-ratelimit-reset': '2147483647',
    'x-ratelimit-resource': 'graphql',
  };
  return { status: 200, headers, body: JSON.stringify(reply) };
}
