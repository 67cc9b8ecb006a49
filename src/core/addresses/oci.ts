import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';
import { encodePath, hubPage, hubTagPage, IMAGE_PART } from './hub-page.ts';

interface Pages {
  readonly project: (name: string) => string;
  readonly release?: (name: string, tag: string) => string;
}

// Registries with a page for each image. The others show at most the API.
const PAGES: Readonly<Record<string, Pages>> = {
  'docker.io': { project: hubPage, release: hubTagPage },
  // GitHub sends a browser on to the package page, whoever owns it.
  'ghcr.io': { project: (name) => `https://ghcr.io/${encodePath(name)}` },
  'quay.io': {
    project: (name) => `https://quay.io/repository/${encodePath(name)}`,
    release: (name, tag) => `https://quay.io/repository/${encodePath(name)}?tab=tags&tag=${encodePart(tag)}`,
  },
  'public.ecr.aws': { project: (name) => `https://gallery.ecr.aws/${encodePath(name)}` },
  'mcr.microsoft.com': { project: (name) => `https://mcr.microsoft.com/artifact/mar/${encodePath(name)}` },
};

// Where an address without scheme is what a shell would pull: host/path.
const REGISTRIES = [
  'ghcr.io',
  'gcr.io',
  'registry.k8s.io',
  'public.ecr.aws',
  'mcr.microsoft.com',
  'registry.gitlab.com',
  'cgr.dev',
  'lscr.io',
];
const REGISTRY_FAMILY = /\.(?:gcr\.io|pkg\.dev|azurecr\.io)$/;

export const ociAddresses: Addresses = {
  project: (pkg) => {
    const [host, name] = placeOf(pkg);
    return name === '' ? undefined : PAGES[host]?.project(name);
  },
  release: (pkg, tag) => {
    const [host, name] = placeOf(pkg);
    return name === '' ? undefined : PAGES[host]?.release?.(name, tag);
  },
  purl: ({ protocol, hostname, host }, segments) => {
    const ofPage = READERS[hostname.replace(/^www\./, '')]?.(segments);
    if (ofPage !== undefined) return purlOf(...ofPage);
    // oci://host/path is how Helm writes the address of a chart.
    if (protocol === 'oci:') return purlOf(host, segments);
    const isRegistry = REGISTRIES.includes(hostname) || REGISTRY_FAMILY.test(hostname);
    return isRegistry ? purlOf(hostname, segments) : undefined;
  },
};

type Place = readonly [host: string, name: readonly string[]];

const READERS: Readonly<Record<string, (segments: readonly string[]) => Place | undefined>> = {
  'quay.io': ([kind, owner, name]) =>
    kind === 'repository' && owner && name ? ['quay.io', [owner, name]] : undefined,
  'gallery.ecr.aws': ([alias, name]) => (alias && name ? ['public.ecr.aws', [alias, name]] : undefined),
  'github.com': readGitHub,
  // With a language before it, and a tab after it: /en-us/artifact/mar/dotnet/sdk/about
  'mcr.microsoft.com': (segments) => {
    const start = segments.findIndex((segment, at) => at < 2 && /^(?:artifact|product)$/.test(segment));
    if (start < 0) return undefined;
    const path = segments.slice(start + (segments[start] === 'artifact' ? 2 : 1));
    return ['mcr.microsoft.com', path.filter((segment) => !/^(?:about|tags)$/.test(segment))];
  },
};

// /orgs/acme/packages/container/package/tool, /users/…, /acme/packages/container/tool and /acme/repo/pkgs/container/tool, where a
// name with slashes is one segment.
function readGitHub(segments: readonly string[]): Place | undefined {
  const path = segments.join('/');
  const [, owner, name] =
    /^(?:orgs|users)\/([^/]+)\/packages\/container\/(?:package\/)?([^/]+)/.exec(path) ??
    /^([^/]+)\/[^/]+\/pkgs\/container\/([^/]+)/.exec(path) ??
    [];
  if (owner === undefined || name === undefined) return undefined;
  return ['ghcr.io', [owner, ...name.split(/%2f/i)]];
}

function placeOf({ repositoryUrl = '' }: Package): readonly [host: string, name: string] {
  const [host = '', ...path] = repositoryUrl.split('/');
  return [host, path.filter((segment) => segment !== '').join('/')];
}

function purlOf(host: string, segments: readonly string[]): string | undefined {
  // A tag or digest that was pasted along.
  const path = segments.map((segment) => segment.replace(/(?:%3a|%40|[:@]).*$/i, '').toLowerCase());
  const isName = path.length > 0 && path.every((part) => IMAGE_PART.test(part));
  return isName ? `pkg:oci/${path.at(-1)}?repository_url=${host}/${path.join('/')}` : undefined;
}
