import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Asked, Handler, Served } from './upstream.ts';

/** One version of a package; `entry` goes over what its registration would say. */
export interface NugetVersion {
  readonly version: string;
  readonly published: string;
  readonly entry?: Readonly<Record<string, unknown>>;
  /** The inside of the manifest's `<metadata>`; absent where there is none. */
  readonly nuspec?: string;
  /** The package itself, where it can be had. */
  readonly archive?: Uint8Array;
}

export interface NugetPackage {
  readonly id: string;
  readonly versions: readonly NugetVersion[];
  /** In place of whole leaves, after the others. */
  readonly extra?: readonly unknown[];
}

interface NugetOptions {
  /** Where set, requests without this Authorization header are refused. */
  readonly authorization?: string;
  /** Versions on one page; beyond them pages are documents of their own. */
  readonly pageSize?: number;
  readonly resources?: (origin: string) => readonly unknown[];
  readonly pageUrl?: (origin: string, path: string, index: number) => string;
}

const REGISTRATION = '/v3/registration5-gz-semver2';
const FILES = '/v3-flatcontainer';

/** A feed of NuGet's protocol 3. The list may be changed while it serves. */
export function nugetHandler(packages: readonly NugetPackage[], options: NugetOptions = {}): Handler {
  return (asked, origin) => {
    const { authorization } = options;
    if (authorization !== undefined && asked.headers['authorization'] !== authorization) return json(401, {});
    if (asked.path === '/v3/index.json') return json(200, serviceIndex(origin, options));
    const [, base, id, file] =
      /^(\/v3[\w-]*(?:\/registration[\w-]*)?)\/([^/]+)\/(.+)$/.exec(asked.path) ?? [];
    const pkg = packages.find((known) => known.id.toLowerCase() === decodeURIComponent(id ?? ''));
    if (pkg === undefined || file === undefined) return undefined;
    if (base === FILES) return nuspec(pkg, file);
    return base === REGISTRATION ? registration(asked, pkg, file, origin, options) : undefined;
  };
}

/** A package with these versions, a day apart from 2024-01-01 on, each with notes of its own. */
export function makePackage(id: string, versions: readonly string[]): NugetPackage {
  return {
    id,
    versions: versions.map((version, index) => ({
      version,
      published: `${new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 19)}.123+00:00`,
      nuspec: `<id>${id}</id><releaseNotes>Notes of ${version}</releaseNotes><repository type="git" url="https://github.com/acme/${id}" commit="${createHash('sha1').update(version).digest('hex')}" />`,
    })),
  };
}

function serviceIndex(origin: string, { resources }: NugetOptions): object {
  return {
    version: '3.0.0',
    resources: resources?.(origin) ?? [
      { '@id': `${origin}/query`, '@type': 'SearchQueryService', comment: 'not for us' },
      { '@id': `${origin}/v3/registration5-semver1/`, '@type': 'RegistrationsBaseUrl' },
      { '@id': `${origin}/v3/registration5-gz-semver1/`, '@type': 'RegistrationsBaseUrl/3.4.0' },
      { '@id': `${origin}${REGISTRATION}/`, '@type': 'RegistrationsBaseUrl/3.6.0' },
      { '@id': `${origin}${FILES}/`, '@type': 'PackageBaseAddress/3.0.0' },
    ],
  };
}

function registration(
  asked: Asked,
  pkg: NugetPackage,
  file: string,
  origin: string,
  { pageSize = 64, pageUrl }: NugetOptions,
): Served {
  const url = `${origin}${REGISTRATION}/${pkg.id.toLowerCase()}`;
  const leaves = leavesOf(pkg, url);
  const pages = Array.from({ length: Math.ceil(leaves.length / pageSize) }, (_, index) =>
    leaves.slice(index * pageSize, (index + 1) * pageSize),
  );
  const isInlined = pages.length <= 2;
  const page = (items: readonly unknown[], index: number, withItems: boolean) => {
    const path = `${url}/${isInlined ? 'index.json#' : ''}page/${index}.json`;
    const id = pageUrl?.(origin, path, index) ?? path;
    return { '@id': id, '@type': 'catalog:CatalogPage', count: items.length, ...(withItems && { items }) };
  };
  const [, number] = /^page\/(\d+)\.json$/.exec(file) ?? [];
  const items = number === undefined ? undefined : pages[Number(number)];
  if (items !== undefined) return compressed(asked, page(items, Number(number), true));
  if (file !== 'index.json') return { status: 404 };
  return compressed(asked, {
    '@id': `${url}/index.json`,
    '@type': ['catalog:CatalogRoot', 'PackageRegistration', 'catalog:Permalink'],
    commitTimeStamp: createHash('sha1').update(JSON.stringify(pkg)).digest('hex'),
    count: pages.length,
    items: pages.map((one, index) => page(one, index, isInlined)),
  });
}

const made = new WeakMap<NugetPackage, readonly unknown[]>();

function leavesOf(pkg: NugetPackage, url: string): readonly unknown[] {
  const leaves = made.get(pkg) ?? [
    ...pkg.versions.map((version) => leaf(pkg.id, version, url)),
    ...(pkg.extra ?? []),
  ];
  made.set(pkg, leaves);
  return leaves;
}

function leaf(id: string, { version, published, entry }: NugetVersion, url: string): object {
  return {
    '@id': `${url}/${version}.json`,
    '@type': 'Package',
    catalogEntry: {
      '@type': 'PackageDetails',
      id,
      version,
      published,
      authors: 'Acme',
      description: `What ${id} is`,
      licenseExpression: 'MIT',
      listed: true,
      projectUrl: 'https://acme.example/',
      tags: ['tool'],
      ...entry,
    },
    packageContent: `${url}/${version}.nupkg`,
  };
}

function nuspec(pkg: NugetPackage, file: string): Served {
  const id = pkg.id.toLowerCase();
  for (const { version, nuspec, archive } of pkg.versions) {
    const normal = version.split('+')[0]?.toLowerCase();
    if (file === `${normal}/${id}.${normal}.nupkg` && archive !== undefined)
      return { status: 200, body: archive };
    if (file !== `${normal}/${id}.nuspec` || nuspec === undefined) continue;
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: manifestOf(nuspec) };
  }
  return { status: 404 };
}

/** A whole manifest around the inside of its `<metadata>`. */
export function manifestOf(inside: string): string {
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>${inside}</metadata></package>`;
}

function compressed({ headers }: Asked, reply: object): Served {
  const body = gzipSync(JSON.stringify(reply));
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (headers['if-none-match'] === etag) return { status: 304 };
  const head = { etag, 'content-type': 'application/json', 'content-encoding': 'gzip' };
  return { status: 200, headers: head, body };
}

function json(status: number, reply: object): Served {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(reply) };
}
