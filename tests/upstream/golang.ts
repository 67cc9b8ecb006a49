import type { Handler, Served } from './upstream.ts';
import { makeZip } from './zip.ts';

/** One version of a module. */
export interface GoVersion {
  /** The commit's time; undefined where the proxy cannot tell. */
  readonly time?: string;
  readonly hash?: string;
  readonly mod?: string;
  /** The files of the module's archive, without its folder. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A module: its versions with a tag in the order in which they are listed, and what `@latest` names where there are none. */
export interface GoModule {
  readonly path: string;
  readonly versions: Readonly<Record<string, GoVersion>>;
  readonly latest?: string;
  /** Lines that the list has besides. */
  readonly lines?: readonly string[];
}

const FILE = /^\/(.+)\/@v\/([^/]+)\.(info|mod|zip)$/;

/** A Go module proxy. The list may be changed while it serves. https://go.dev/ref/mod#goproxy-protocol */
export function golangHandler(modules: readonly GoModule[], authorization?: string): Handler {
  const find = (address: string) => modules.find(({ path }) => path === plain(address));
  return ({ path, headers }) => {
    if (authorization !== undefined && headers['authorization'] !== authorization) return text(401, 'no');
    const [, list] = /^\/(.+)\/@v\/list$/.exec(path) ?? [];
    if (list !== undefined) return listOf(find(list));
    const [, latest] = /^\/(.+)\/@latest$/.exec(path) ?? [];
    if (latest !== undefined) return infoOf(find(latest), find(latest)?.latest);
    const [, address = '', file = '', ending] = FILE.exec(path) ?? [];
    const version = plain(file);
    const found = find(address);
    if (ending === 'info') return infoOf(found, version);
    if (ending === 'mod') return modOf(found, version);
    return ending === 'zip' ? zipOf(found, version) : text(404, 'not found');
  };
}

function plain(address: string): string {
  return decodeURIComponent(address).replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function listOf(module: GoModule | undefined): Served {
  if (module === undefined) return text(404, 'not found: unknown revision');
  const listed = module.latest === undefined ? Object.keys(module.versions) : [];
  return text(200, [...listed, ...(module.lines ?? [])].map((line) => `${line}\n`).join(''));
}

function infoOf(module: GoModule | undefined, version = ''): Served {
  const { time, hash } = module?.versions[version] ?? {};
  if (module === undefined || time === undefined) return text(404, 'not found');
  const origin = { VCS: 'git', URL: `https://${module.path.replace(/\/v\d+$/, '')}`, Hash: hash };
  const body = JSON.stringify({
    Version: version,
    Time: time,
    ...(hash !== undefined && { Origin: origin }),
  });
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

function modOf(module: GoModule | undefined, version: string): Served {
  const known = module?.versions[version];
  if (module === undefined || known === undefined) return text(404, 'not found');
  return text(200, known.mod ?? `module ${module.path}\n\ngo 1.24\n`);
}

function zipOf(module: GoModule | undefined, version: string): Served {
  const known = module?.versions[version];
  if (module === undefined || known === undefined) return text(404, 'not found');
  const files = Object.entries({ 'go.mod': `module ${module.path}\n`, ...known.files });
  const body = makeZip(
    Object.fromEntries(files.map(([name, content]) => [`${module.path}@${version}/${name}`, content])),
  );
  return { status: 200, headers: { 'content-type': 'application/zip' }, body };
}

function text(status: number, body: string): Served {
  return { status, headers: { 'content-type': 'text/plain; charset=UTF-8' }, body };
}
