import type { Asked, Handler, Served } from './upstream.ts';

/** A tag as it is held by Docker Hub. */
export interface HubTagData {
  readonly id: number;
  readonly name: string;
  readonly digest?: string | undefined;
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
}

/** Repositories by `owner/name`. The lists may be changed while they are served. */
export type HubRepositories = Map<string, HubTagData[]>;

export interface HubOptions {
  readonly description?: string;
  /** Where set, these must sign in. */
  readonly user?: string;
  readonly password?: string;
  /** False for a server that forgets to sort. */
  readonly sorts?: boolean;
  /** What the count says beyond the tags that are shown. */
  readonly miscounts?: number;
  /** Called before each page. */
  readonly onPage?: (page: number) => void;
}

const INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const TOKEN = 'hub.jwt.token';
const ADDRESS = /^\/v2\/namespaces\/([^/]+)\/repositories\/([^/]+)(\/tags)?$/;
const JSON_TYPE = 'application/json';

/** Docker Hub’s API, with pages of at most 100 tags. */
export function hubHandler(repositories: HubRepositories, options: HubOptions = {}): Handler {
  const { user, password, description = 'An image for tests' } = options;
  return (asked, origin) => {
    if (asked.path === '/v2/auth/token') {
      const isKnown = asked.body === JSON.stringify({ identifier: user, secret: password });
      return isKnown ? json(200, { access_token: TOKEN }) : json(401, { message: 'unauthorized' });
    }
    const [, owner, name, isList] = ADDRESS.exec(asked.path) ?? [];
    if (owner === undefined) return undefined;
    const isAllowed = user === undefined || asked.headers['authorization'] === `Bearer ${TOKEN}`;
    const tags = repositories.get(`${owner}/${name}`);
    if (tags === undefined || !isAllowed) return json(404, { message: 'object not found', errinfo: {} });
    if (isList === undefined)
      return json(200, { name, namespace: owner, description, pull_count: 7, star_count: 1 });
    return page(asked, tags, origin, options);
  };
}

function page(
  { path, query }: Asked,
  tags: readonly HubTagData[],
  origin: string,
  { sorts = true, miscounts = 0, onPage }: HubOptions,
): Served {
  const number = Number(query.get('page') ?? 1);
  onPage?.(number);
  const size = Math.min(Number(query.get('page_size') ?? 10), 100);
  const ordered = sorts ? tags.toSorted((a, b) => b.pushedAt - a.pushedAt) : tags;
  const results = ordered.slice((number - 1) * size, number * size).map(toResult);
  if (results.length === 0 && number > 1) return json(404, { message: 'object not found', errinfo: {} });
  const next = number * size < tags.length ? `${origin}${path}?page=${number + 1}&page_size=${size}` : null;
  return json(200, { count: tags.length + miscounts, next, previous: null, results });
}

function toResult({ id, name, digest, pushedAt }: HubTagData): object {
  const time = new Date(pushedAt).toISOString().replace('Z', '749Z');
  return {
    creator: 1,
    id,
    images: [{ architecture: 'amd64', os: 'linux', digest, size: 100, status: 'active', last_pulled: time }],
    last_updated: time,
    name,
    full_size: 100,
    v2: true,
    tag_status: 'active',
    tag_last_pulled: new Date(pushedAt + 1e6).toISOString(),
    tag_last_pushed: time,
    media_type: INDEX,
    content_type: 'image',
    digest,
  };
}

function json(status: number, body: unknown): Served {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(body) };
}
