import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

// The pages of people, and the files of Composer.
const ROOTS: Readonly<Record<string, string>> = { 'packagist.org': 'packages', 'repo.packagist.org': 'p2' };

export const composerAddresses: Addresses = {
  project: pageOf,
  // All versions are on one page, which opens at the one that is named.
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}#${encodePart(version)}`;
  },
  purl: ({ hostname }, [root, vendor, name]) => {
    if (root === undefined || ROOTS[hostname] !== root || name === undefined) return undefined;
    return `pkg:composer/${vendor}/${name.replace(/(?:~dev)?\.json$/, '')}`;
  },
};

function pageOf({ namespace = '', name, repositoryUrl }: Package): string | undefined {
  if (repositoryUrl !== undefined) return undefined;
  return `https://packagist.org/packages/${encodePart(namespace)}/${encodePart(name)}`;
}
