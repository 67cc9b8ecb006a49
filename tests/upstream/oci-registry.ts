import type { OciImage } from './oci-image.ts';
import type { Asked, Handler, Served } from './upstream.ts';

/** Repositories by name, and what their tags point at, in the order in which the registry lists them. May change while it serves. */
export type Repositories = Map<string, Map<string, OciImage>>;

export interface RegistryOptions {
  /** Tags a page, whatever `n` asks for. */
  readonly pageSize?: number;
  /** How the next page is told; `bare` is Artifactory's, whose path lacks a part. */
  readonly link?: 'relative' | 'absolute' | 'bare' | 'foreign' | 'itself';
  /** Answers 405 to a question with `n`. */
  readonly refusesN?: boolean;
  /** Demands a token of its own, made at `/token` for this user, or for anybody. */
  readonly auth?: { readonly user?: string; readonly password?: string; readonly reply?: 'access_token' };
  /** The challenge that stands beside the 401; by default that of the token service. */
  readonly challenge?: (origin: string) => string;
  /** Says of a manifest only that it is there. */
  readonly hidesDigests?: boolean;
  /** The token that lets in; changing it makes all others invalid. */
  readonly token?: () => string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const ADDRESS = /^\/v2\/(.+)\/(tags\/list|manifests\/[^/]+|blobs\/[^/]+)$/;

/** A registry by the distribution specification. */
export function registryHandler(repositories: Repositories, options: RegistryOptions = {}): Handler {
  const token = options.token ?? (() => 'opaque-token');
  return (asked, origin) => {
    if (asked.path === '/token') return tokenReply(asked, options, token());
    const [, name = '', what = ''] = ADDRESS.exec(asked.path) ?? [];
    if (name === '') return undefined;
    if (options.auth !== undefined && asked.headers['authorization'] !== `Bearer ${token()}`) {
      const challenge =
        options.challenge?.(origin) ??
        `Bearer realm="${origin}/token",service="registry",scope="repository:${name}:pull"`;
      return json(401, { errors: [{ code: 'UNAUTHORIZED' }] }, { 'www-authenticate': challenge });
    }
    const tags = repositories.get(name);
    if (tags === undefined) return json(404, { errors: [{ code: 'NAME_UNKNOWN' }] });
    const [kind = '', reference = ''] = what.split('/');
    if (kind === 'tags') return listTags(asked, name, [...tags.keys()], origin, options);
    return kind === 'manifests' ? manifest(tags, reference, asked, options) : blob(tags, reference);
  };
}

function tokenReply(asked: Asked, { auth }: RegistryOptions, token: string): Served {
  const basic = Buffer.from(`${auth?.user}:${auth?.password}`).toString('base64');
  if (auth?.user !== undefined && asked.headers['authorization'] !== `Basic ${basic}`) {
    return json(401, { errors: [{ code: 'UNAUTHORIZED' }] });
  }
  return json(200, { [auth?.reply ?? 'token']: token, expires_in: 300 });
}

function listTags(
  { query, path }: Asked,
  name: string,
  all: readonly string[],
  origin: string,
  { pageSize, link = 'relative', refusesN }: RegistryOptions,
): Served {
  const n = query.get('n');
  if (refusesN && n !== null) return json(405, { errors: [{ code: 'UNSUPPORTED' }] });
  if (pageSize === undefined) return json(200, { name, tags: all.length === 0 ? null : all });
  const last = query.get('last');
  const from = last === null ? 0 : all.indexOf(last) + 1;
  const tags = all.slice(from, from + pageSize);
  const search = `?last=${tags.at(-1)}&n=${n}`;
  const next = {
    relative: `${path}${search}`,
    absolute: `${origin}${path}${search}`,
    bare: `/v2/${name.split('/').at(-1)}/tags/list${search}`,
    foreign: `https://elsewhere.example${path}${search}`,
    itself: `${path}?n=${n}`,
  }[link];
  const hasMore = from + pageSize < all.length;
  return json(200, { name, tags }, hasMore ? { link: `<${next}>; rel="next"` } : {});
}

function manifest(
  tags: ReadonlyMap<string, OciImage>,
  reference: string,
  { headers }: Asked,
  { hidesDigests }: RegistryOptions,
): Served {
  const digest = tags.get(reference)?.digest ?? reference;
  const found = [...tags.values()].map(({ documents }) => documents.get(digest)).find(Boolean);
  // A registry converts what the client does not accept, and so gives another digest.
  if (found === undefined || !headers['accept']?.includes(found.type)) {
    return json(404, { errors: [{ code: 'MANIFEST_UNKNOWN' }] });
  }
  const shown = hidesDigests ? {} : { 'docker-content-digest': digest };
  return { status: 200, headers: { 'content-type': found.type, ...shown }, body: found.bytes };
}

function blob(tags: ReadonlyMap<string, OciImage>, digest: string): Served {
  const found = [...tags.values()].map(({ documents }) => documents.get(digest)).find(Boolean);
  if (found === undefined) return json(404, { errors: [{ code: 'BLOB_UNKNOWN' }] });
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: found.bytes };
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Served {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}
