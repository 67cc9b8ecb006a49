import { createHash } from 'node:crypto';
import { makeChangelog } from './changelog.ts';
import { makeTarball } from './tarball.ts';
import type { Asked, Handler, Served } from './upstream.ts';

export interface CrateVersion {
  readonly version: string;
  readonly publishedAt: string;
  /** Older lines of an index, and those of other registries, do not tell when they were published. */
  readonly hasNoPubtime?: boolean;
  readonly isYanked?: boolean;
  readonly yankMessage?: string;
  /** Laid over the line of the index, malformed parts as well; a text replaces it. */
  readonly line?: object | string;
}

export interface Crate {
  readonly name: string;
  readonly versions: readonly CrateVersion[];
  /** Laid over what the API says of the crate. */
  readonly about?: unknown;
  /** Served instead of the newest crate's files. */
  readonly files?: Readonly<Record<string, string>>;
}

interface CargoOptions {
  /** Where set, requests without this Authorization header are refused. */
  readonly authorization?: string;
  readonly hasETags?: boolean;
  /** config.json; by default the one of a registry that has an API and plain downloads. */
  readonly config?: (origin: string) => unknown;
}

/** Where it answers for the public registry. */
export const CARGO_HOMES = {
  'https://index.crates.io': '/index',
  'https://crates.io': '/site',
  'https://static.crates.io': '/static',
};

const FIRST_DAY = Date.parse('2024-01-01T00:00:00.123Z');
const DAY = 86_400_000;

/** A crate with these versions, a day apart and oldest first. */
export function makeCrate(name: string, versions: readonly string[] = ['1.0.0', '1.1.0', '1.2.0']): Crate {
  const at = (index: number) => new Date(FIRST_DAY + index * DAY).toISOString();
  return { name, versions: versions.map((version, index) => ({ version, publishedAt: at(index) })) };
}

export function checksumOf(name: string, version: string): string {
  return createHash('sha256').update(`${name} ${version}`).digest('hex');
}

/** A registry of crates: index, API and files. The list may be changed while it serves. */
export function cargoHandler(crates: readonly Crate[], options: CargoOptions = {}): Handler {
  const { authorization, hasETags = true, config = plainConfig } = options;
  const find = (name: string) => crates.find((crate) => crate.name.toLowerCase() === name.toLowerCase());
  return (asked, origin) => {
    const path = decodeURIComponent(asked.path);
    if (authorization !== undefined && asked.headers['authorization'] !== authorization)
      return { status: 401 };
    if (path === '/index/config.json') return json(config(origin));
    const [, index] = /^\/index\/(?:[12]|3\/[^/]|[^/]{2}\/[^/]{2})\/([^/A-Z]+)$/.exec(path) ?? [];
    if (index !== undefined) return answer(find(index), (crate) => indexFile(asked, crate, hasETags));
    const [, about] = /^\/site\/api\/v1\/crates\/([^/]+)$/.exec(path) ?? [];
    if (about !== undefined) return answer(find(about), (crate) => json(toAbout(crate)));
    const [, name, file] =
      /^\/static\/crates\/([^/]+)\/([^/]+)\.crate$/.exec(path) ??
      /^\/dl\/([^/]+)\/(.+)\/download$/.exec(path) ??
      [];
    if (name === undefined || file === undefined) return undefined;
    return answer(find(name), (crate) => crateFile(crate, file.replace(`${crate.name}-`, '')));
  };
}

function plainConfig(origin: string): unknown {
  return { dl: `${origin}/dl`, api: `${origin}/site/`, 'auth-required': true };
}

function answer(crate: Crate | undefined, serve: (crate: Crate) => Served | Promise<Served>) {
  return crate === undefined ? { status: 404, body: 'not found' } : serve(crate);
}

function indexFile({ headers }: Asked, { name, versions }: Crate, hasETags: boolean): Served {
  const body = versions.map((version) => `${toLine(name, version)}\n`).join('');
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (hasETags && headers['if-none-match'] === etag) return { status: 304 };
  return { status: 200, headers: { 'content-type': 'text/plain', ...(hasETags && { etag }) }, body };
}

function toLine(
  name: string,
  { version, publishedAt, hasNoPubtime, isYanked = false, line }: CrateVersion,
): string {
  if (typeof line === 'string') return line;
  return JSON.stringify({
    name,
    vers: version,
    deps: [],
    cksum: checksumOf(name, version),
    features: {},
    yanked: isYanked,
    ...(!hasNoPubtime && { pubtime: publishedAt.replace(/\.\d+/, '') }),
    ...line,
  });
}

function toAbout({ name, versions, about }: Crate): object {
  return {
    crate: {
      id: name,
      name,
      description: `What ${name} is\n`,
      homepage: null,
      repository: 'https://github.com/acme/tool',
      downloads: 7,
      ...(typeof about === 'object' && about),
    },
    versions: versions.toReversed().map(({ version, publishedAt, isYanked = false, yankMessage = null }) => ({
      num: version,
      created_at: publishedAt,
      yanked: isYanked,
      yank_message: yankMessage,
      license: version.startsWith('0.') ? 'GPL-3.0' : 'MIT OR Apache-2.0',
      checksum: checksumOf(name, version),
    })),
  };
}

async function crateFile({ name, versions, files }: Crate, version: string): Promise<Served> {
  const index = versions.findIndex((known) => known.version === version);
  if (index < 0) return { status: 403 };
  const known = versions.slice(0, index + 1).map((each) => each.version);
  const inside = files ?? { 'Cargo.toml': '', 'CHANGELOG.md': makeChangelog(known) };
  const entries = Object.entries(inside).map(([file, text]) => [`${name}-${version}/${file}`, text]);
  return { status: 200, body: await makeTarball(Object.fromEntries(entries)) };
}

function json(body: unknown): Served {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
