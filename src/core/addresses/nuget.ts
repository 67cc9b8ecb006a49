import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['www.nuget.org', 'nuget.org'];

export const nugetAddresses: Addresses = {
  project: pageOf,
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}/${encodePart(version)}`;
  },
  purl: ({ hostname }, [root, id]) => {
    if (!HOSTS.includes(hostname) || root !== 'packages' || id === undefined) return undefined;
    return `pkg:nuget/${id}`;
  },
};

function pageOf({ name, repositoryUrl }: Package): string | undefined {
  return repositoryUrl === undefined ? `https://www.nuget.org/packages/${encodePart(name)}` : undefined;
}
