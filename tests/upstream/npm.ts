import { createHash } from 'node:crypto';
import { integrityOf, type NpmPackage, type NpmVersion } from './npm-package.ts';
import { makeTarball } from './tarball.ts';
import type { Asked, Handler, Served } from './upstream.ts';

interface NpmOptions {
  /**
   * `full-featured` is the public registry: ETags, abbreviated documents, attestations. `plain` is a mirror without any of them, that
   * repeats nothing of package.json for the package as a whole and does not say when it was modified.
   */
  readonly kind: 'full-featured' | 'plain';
  /** Where set, requests without `Bearer <token>` are refused. */
  readonly token?: string;
}

const JSON_TYPE = 'application/json';
const ABBREVIATED_TYPE = 'application/vnd.npm.install-v1+json';
const TARBALL = /^\/(.+)\/-\/[^/]+-(\d+\.\d+\.\d+[^/]*)\.tgz$/;

/** An npm registry. The list may be changed while it serves: a package that changed must be another object. */
export function npmHandler(packages: readonly NpmPackage[], { kind, token }: NpmOptions): Handler {
  const bodies = new WeakMap<NpmPackage, Map<string, string>>();
  const find = (name: string) => packages.find((pkg) => pkg.name === name);

  function document(pkg: NpmPackage, origin: string, isAbbreviated: boolean): string {
    const made = bodies.get(pkg) ?? new Map<string, string>();
    bodies.set(pkg, made);
    const key = `${origin} ${isAbbreviated}`;
    const body = made.get(key) ?? JSON.stringify(toDocument(pkg, origin, kind, isAbbreviated));
    made.set(key, body);
    return body;
  }

  return async (asked, origin) => {
    if (token !== undefined && asked.headers['authorization'] !== `Bearer ${token}`) {
      return json(401, { error: 'Unauthorized' });
    }
    const [, name, version] = TARBALL.exec(decodeURIComponent(asked.path)) ?? [];
    if (name !== undefined) return tarball(find(name), version);
    const pkg = find(decodeURIComponent(asked.path.slice(1)));
    if (pkg === undefined) return json(404, { error: 'Not found' });
    const isAbbreviated =
      kind === 'full-featured' && (asked.headers['accept'] ?? '').includes(ABBREVIATED_TYPE);
    const body = document(pkg, origin, isAbbreviated);
    if (kind === 'plain') return { status: 200, headers: { 'content-type': JSON_TYPE }, body };
    return conditional(asked, body, isAbbreviated ? ABBREVIATED_TYPE : JSON_TYPE);
  };
}

function conditional({ headers }: Asked, body: string, type: string): Served {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return { status: 200, headers: { etag, 'content-type': type, vary: 'accept' }, body };
}

async function tarball(pkg: NpmPackage | undefined, version: string | undefined): Promise<Served> {
  const found = pkg?.versions.find((known) => known.version === version);
  if (pkg === undefined || found === undefined) return json(404, { error: 'Not found' });
  const files = { 'package.json': JSON.stringify({ name: pkg.name, version }), ...found.files };
  const packed = Object.fromEntries(Object.entries(files).map(([file, text]) => [`package/${file}`, text]));
  const body = found.tarball ?? (await makeTarball(packed));
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
}

function toDocument(
  pkg: NpmPackage,
  origin: string,
  kind: NpmOptions['kind'],
  isAbbreviated: boolean,
): object {
  const there = pkg.versions.filter((version) => version.isUnpublished !== true);
  const versions = Object.fromEntries(
    there.map((version) => [version.version, toManifest(pkg, version, origin, kind)]),
  );
  const basis = { name: pkg.name, 'dist-tags': pkg.tags, versions };
  if (isAbbreviated) return { ...basis, modified: pkg.modified };
  const published = Object.fromEntries(
    pkg.versions.map(({ version, publishedAt }) => [version, publishedAt]),
  );
  if (kind === 'plain') return { ...basis, time: published, ...pkg.extra };
  const time = {
    created: pkg.versions[0]?.publishedAt ?? pkg.modified,
    modified: pkg.modified,
    ...published,
  };
  return { ...basis, ...about(pkg), readme: `# ${pkg.name}`, time, ...pkg.extra };
}

function toManifest(pkg: NpmPackage, version: NpmVersion, origin: string, kind: NpmOptions['kind']): object {
  const file = `${pkg.name.slice(pkg.name.lastIndexOf('/') + 1)}-${version.version}.tgz`;
  const url = `${origin}/-/npm/v1/attestations/${pkg.name}@${version.version}`;
  const attestations = { url, provenance: { predicateType: 'https://slsa.dev/provenance/v1' } };
  return {
    name: pkg.name,
    version: version.version,
    ...about(pkg),
    ...(version.deprecated !== undefined && { deprecated: version.deprecated }),
    dist: {
      tarball: `${origin}/${pkg.name}/-/${file}`,
      integrity: integrityOf(pkg, version),
      shasum: createHash('sha1').update(file).digest('hex'),
      unpackedSize: 4096,
      ...(kind === 'full-featured' && version.hasProvenance === true && { attestations }),
    },
  };
}

function about({ name }: NpmPackage): object {
  return {
    description: `What ${name} is`,
    license: 'MIT',
    homepage: 'https://acme.example/',
    repository: { type: 'git', url: 'git+https://github.com/acme/tool.git' },
  };
}

function json(status: number, body: unknown): Served {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(body) };
}
