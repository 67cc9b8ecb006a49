import { createHash } from 'node:crypto';
import type { Asked, Handler, Served } from './upstream.ts';

/** A project as the emulator holds it; lists are in the order in which GitLab gives them, and may be changed while it serves. */
export interface GitlabProject {
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

interface GitlabOptions {
  /** Where set, a request without `Bearer <token>` is told that nothing is there. */
  readonly token?: string;
  /** The origin that the server takes for its own; the one it is asked at, if it knows that. */
  readonly externalUrl?: string;
  /** The server's time, as its Date header tells it. */
  readonly date?: () => string;
  /** The lists that are turned off, and the status that says so. */
  readonly off?: Readonly<Record<string, number>>;
}

const PATH = /^\/api\/v4\/projects\/([^/]+)(?:\/(.+))?$/;
const LISTS = ['releases', 'repository/tags'];

/** A GitLab server. Its ETags are weak and made of the body; totals are in headers alone. */
export function gitlabHandler(projects: readonly GitlabProject[], options: GitlabOptions = {}): Handler {
  const { token, date = () => 'Tue, 01 Jan 2030 00:00:00 GMT' } = options;
  return (asked, origin) => {
    const [, encoded, rest = ''] = PATH.exec(asked.path) ?? [];
    if (encoded === undefined) return undefined;
    const name = decodeURIComponent(encoded);
    const project = projects.find(({ id, path }) => path === name || String(id) === name);
    if (token !== undefined && asked.headers['authorization'] !== `Bearer ${token}`) return notFound();
    const moved = projects.find(({ former = [] }) => former.includes(name));
    if (project === undefined && moved !== undefined) return redirect(asked, moved, rest);
    if (project === undefined) return notFound();
    const served = serve(asked, origin, project, rest, options);
    return { ...served, headers: { date: date(), ...served.headers } };
  };
}

function serve(
  asked: Asked,
  origin: string,
  project: GitlabProject,
  rest: string,
  { externalUrl = origin, off = {} }: GitlabOptions,
): Served {
  const status = off[rest];
  if (status !== undefined) return json(status, { message: `${status} Forbidden` });
  if (rest === '') return json(200, toDocument(project, asked.query));
  if (LISTS.includes(rest)) {
    return page(asked, rest === 'releases' ? project.releases : project.tags, externalUrl);
  }
  const files = project.files?.[asked.query.get('ref') ?? ''];
  if (files === undefined) return notFound();
  if (rest === 'repository/tree') return page(asked, toTree(files), externalUrl);
  const [, file = ''] = /^repository\/files\/([^/]+)\/raw$/.exec(rest) ?? [];
  const text = files[decodeURIComponent(file)];
  if (text === undefined) return notFound();
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

function toDocument({ id, path, document }: GitlabProject, query: URLSearchParams): object {
  const license = query.get('license') === 'true' && { license: { key: 'mit', name: 'MIT License' } };
  return {
    id,
    name: path.slice(path.lastIndexOf('/') + 1),
    path_with_namespace: path,
    description: `What ${path} is`,
    web_url: `https://gitlab.com/${path}`,
    archived: false,
    star_count: 7,
    ...license,
    ...document,
  };
}

// Folders come first, then files and links; here every root has a folder that is named like a changelog, and a link.
function toTree(files: Readonly<Record<string, string>>): object[] {
  return [
    { id: 'f00', name: 'changelog', type: 'tree', path: 'changelog', mode: '040000' },
    ...Object.keys(files).map((name) => ({ id: 'f01', name, type: 'blob', path: name, mode: '100644' })),
    { id: 'f02', name: 'CHANGES', type: 'blob', path: 'CHANGES', mode: '120000' },
  ];
}

/** A page with the headers of GitLab’s offset pagination. */
function page({ path, query, headers }: Asked, all: readonly unknown[], externalUrl: string): Served {
  const size = Number(query.get('per_page') ?? 20);
  const number = Number(query.get('page') ?? 1);
  const body = JSON.stringify(all.slice((number - 1) * size, number * size));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, relation: string) => {
    const search = new URLSearchParams({ ...Object.fromEntries(query), page: String(to) });
    return `<${externalUrl}${path}?${search}>; rel="${relation}"`;
  };
  const links = [...(number < last ? [link(number + 1, 'next')] : []), link(1, 'first'), link(last, 'last')];
  const etag = `W/"${createHash('md5').update(body).digest('hex')}"`;
  const more = { etag, link: links.join(', '), 'x-total': String(all.length) };
  if (headers['if-none-match'] === etag) return { status: 304, headers: more };
  return { status: 200, headers: { 'content-type': 'application/json', ...more }, body };
}

function redirect({ query }: Asked, { id }: GitlabProject, rest: string): Served {
  const path = `/api/v4/projects/${id}${rest === '' ? '' : `/${rest}`}`;
  return { status: 301, headers: { location: `${path}?${query}` } };
}

function notFound(): Served {
  return json(404, { message: '404 Project Not Found' });
}

function json(status: number, body: unknown): Served {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
