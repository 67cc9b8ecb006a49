import type { Package } from './package.ts';

/** The public pages of one purl type. Everything here can be computed, so none of it is stored. */
interface Addresses {
  readonly project: (pkg: Package) => string;
  readonly release: (pkg: Package, version: string) => string | undefined;
  readonly comparison?: (pkg: Package, from: string, to: string) => string;
  /** Hosts of pasted addresses, and the purl in such an address's path segments. */
  readonly hosts: readonly string[];
  readonly purl: (segments: readonly string[]) => string | undefined;
}

const ADDRESSES: Readonly<Record<string, Addresses>> = {
  npm: {
    project: (pkg) => `https://www.npmjs.com/package/${npmName(pkg)}`,
    release: (pkg, version) =>
      `https://www.npmjs.com/package/${npmName(pkg)}/v/${encodeURIComponent(version)}`,
    hosts: ['www.npmjs.com', 'npmjs.com', 'npmx.dev'],
    purl: ([, first, second]) => {
      if (first === undefined) return undefined;
      return first.startsWith('@') ? `pkg:npm/${first}/${second ?? ''}` : `pkg:npm/${first}`;
    },
  },
  github: {
    project: (pkg) => repository(pkg),
    release: (pkg, tag) => `${repository(pkg)}/releases/tag/${encodeTag(tag)}`,
    comparison: (pkg, from, to) => `${repository(pkg)}/compare/${encodeTag(from)}...${encodeTag(to)}`,
    hosts: ['github.com', 'www.github.com'],
    purl: ([owner, name]) => {
      if (owner === undefined || name === undefined) return undefined;
      return `pkg:github/${owner}/${name.replace(/\.git$/, '')}`;
    },
  },
};

function npmName({ namespace, name }: Package): string {
  return namespace === undefined ? encodeURIComponent(name) : `${namespace}/${encodeURIComponent(name)}`;
}

function repository({ namespace, name }: Package): string {
  return `https://github.com/${namespace}/${encodeURIComponent(name)}`;
}

// A slash in a tag stays a slash in GitHub's addresses.
function encodeTag(tag: string): string {
  return tag.split('/').map(encodeURIComponent).join('/');
}

/** The page of a package at its source, or undefined where the type has no public page. */
export function projectUrl(pkg: Package): string | undefined {
  return ADDRESSES[pkg.type]?.project(pkg);
}

/** The page of one release at its source; `stored` is the release's own `url`, kept only where it differs. */
export function releaseUrl(pkg: Package, version: string, stored?: string): string | undefined {
  return stored ?? ADDRESSES[pkg.type]?.release(pkg, version);
}

/** The page that compares the code of two versions, where the source has one. */
export function comparisonUrl(pkg: Package, from: string, to: string): string | undefined {
  return ADDRESSES[pkg.type]?.comparison?.(pkg, from, to);
}

/** The purl that a pasted address means, or undefined for an address that we do not know. */
export function purlOfAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const addresses = Object.values(ADDRESSES).find(({ hosts }) => hosts.includes(hostname));
  return addresses?.purl(pathname.split('/').filter((segment) => segment !== ''));
}
