import type { Asked, Handler, Served } from './upstream.ts';

/** A repository as the emulator holds it; lists are in the order in which Gitea gives them, and may be changed while it serves. */
export interface GiteaRepository {
  id: number;
  path: string;
  /** The paths that it had before: they redirect to it. */
  readonly former?: string[];
  /** Fields of its document that differ from the usual ones. */
  readonly document?: Readonly<Record<string, unknown>>;
  releases: unknown[];
  tags: unknown[];
  /** The files of the root folder, by the ref at which they are there. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface GiteaOptions {
  /** Where set, a request without `token <token>` is told that nothing is there. */
  readonly token?: string;
  /** The most that a page may hold, whatever is asked for. */
  readonly largestPage?: number;
  /** How it tells that there is more: by a Link and the total, by the total alone, or not at all. */
  readonly tells?: 'link' | 'total' | 'nothing';
  /** The origin that the server takes for its own; the one it is asked at, if it knows that. */
  readonly externalUrl?: string;
  /** The lists that are turned off, and the status that says so. */
  readonly off?: Readonly<Record<string, number>>;
}

const PATH = /^\/api\/v1\/repos\/([^/]+\/[^/]+)(?:\/(.+))?$/;

/** A Forgejo or Gitea server, behind something that puts one and the same ETag on every page. */
export function giteaHandler(repositories: readonly GiteaRepository[], options: GiteaOptions = {}): Handler {
  const { token } = options;
  return (asked, origin) => {
    const [, encoded, rest = ''] = PATH.exec(asked.path) ?? [];
    if (encoded === undefined) return undefined;
    const name = decodeURIComponent(encoded);
    const repository = repositories.find(({ path }) => path === name);
    if (token !== undefined && asked.headers['authorization'] !== `token ${token}`) return notFound();
    const moved = repositories.find(({ former = [] }) => former.includes(name));
    if (repository === undefined && moved !== undefined) return redirect(asked, moved, rest);
    return repository === undefined ? notFound() : serve(asked, origin, repository, rest, options);
  };
}

function serve(
  asked: Asked,
  origin: string,
  repository: GiteaRepository,
  rest: string,
  options: GiteaOptions,
): Served {
  const status = options.off?.[rest];
  if (status !== undefined) return json(status, { message: 'off' });
  if (rest === '') return json(200, toDocument(repository));
  if (rest === 'releases') return page(asked, repository.releases, { externalUrl: origin, ...options });
  if (rest === 'tags') return page(asked, repository.tags, { externalUrl: origin, ...options });
  const files = repository.files?.[asked.query.get('ref') ?? ''];
  if (files === undefined) return notFound();
  if (rest === 'contents') return json(200, toContents(files));
  const text = rest.startsWith('raw/') ? files[decodeURIComponent(rest.slice('raw/'.length))] : undefined;
  if (text === undefined) return notFound();
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

function toDocument({ id, path, document }: GiteaRepository): object {
  return {
    id,
    full_name: path,
    description: `What ${path} is`,
    website: 'https://acme.example/',
    html_url: `https://codeberg.org/${path}`,
    archived: false,
    stars_count: 7,
    has_releases: true,
    licenses: ['MIT'],
    ...document,
  };
}

// Every root here has a folder that is named like a changelog, and a link.
function toContents(files: Readonly<Record<string, string>>): object[] {
  return [
    { name: 'changelog', path: 'changelog', type: 'dir' },
    { name: 'CHANGES', path: 'CHANGES', type: 'symlink' },
    ...Object.keys(files).map((name) => ({ name, path: name, type: 'file', size: 1 })),
  ];
}

function page({ path, query, headers }: Asked, all: readonly unknown[], options: GiteaOptions): Served {
  const etag = '"any"';
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  const { largestPage = 50, tells = 'link', externalUrl = '' } = options;
  const size = Math.min(Number(query.get('limit') ?? 30), largestPage);
  const number = Number(query.get('page') ?? 1);
  const items = all.slice((number - 1) * size, number * size);
  const search = new URLSearchParams({ ...Object.fromEntries(query), page: String(number + 1) });
  const link = { link: `<${externalUrl}${path}?${search}>; rel="next"` };
  return json(200, items, {
    etag,
    ...(tells === 'link' && number * size < all.length && link),
    ...(tells !== 'nothing' && { 'x-total-count': String(all.length) }),
  });
}

function redirect({ query }: Asked, { path }: GiteaRepository, rest: string): Served {
  const location = `/api/v1/repos/${path}${rest === '' ? '' : `/${rest}`}?${query}`;
  return { status: 307, headers: { location } };
}

function notFound(): Served {
  return json(404, { errors: null, message: 'not found', url: 'https://codeberg.org/api/swagger' });
}

function json(status: number, body: unknown, more: Readonly<Record<string, string>> = {}): Served {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...more },
    body: JSON.stringify(body),
  };
}
