import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['pkg.go.dev', 'godoc.org'];

/**
 * Pages of pkg.go.dev. A page of one version says where the module ends and its packages begin; else the path is taken for a
 * module as a whole.
 */
export const golangAddresses: Addresses = {
  project: (pkg) => pageOf(pkg, ''),
  release: (pkg, version) => pageOf(pkg, version),
  purl: ({ hostname }, segments) => {
    // Without a dot it is the standard library, or a page about something else.
    if (!HOSTS.includes(hostname) || !segments[0]?.includes('.')) return undefined;
    const [module = ''] = segments.join('/').split('@');
    return module.includes('/') ? `pkg:golang/${module}` : undefined;
  },
};

function pageOf({ namespace, name, repositoryUrl }: Package, version: string): string | undefined {
  if (repositoryUrl !== undefined) return undefined;
  const path = [...(namespace?.split('/') ?? []), name].map(encodePart).join('/');
  const at = version === '' ? '' : `${suffixOf(path, version)}@${encodePart(version)}`;
  return `https://pkg.go.dev/${path}${at}`;
}

// Each major version from the second on has its own path. https://go.dev/ref/mod#major-version-suffixes
function suffixOf(path: string, version: string): string {
  const [, major = '1'] = /^v(\d+)\.[^+]*$/.exec(version) ?? [];
  const isOwn = /\/v\d+$/.test(path) || path.startsWith('gopkg.in/') || /^[01]$/.test(major);
  return isOwn ? '' : `/v${major}`;
}
