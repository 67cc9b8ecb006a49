import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['www.npmjs.com', 'npmjs.com', 'npmx.dev'];

export const npmAddresses: Addresses = {
  project: pageOf,
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}/v/${encodePart(version)}`;
  },
  purl: ({ hostname }, [, first, second]) => {
    if (!HOSTS.includes(hostname) || first === undefined) return undefined;
    return first.startsWith('@') ? `pkg:npm/${first}/${second ?? ''}` : `pkg:npm/${first}`;
  },
};

function pageOf({ namespace, name, repositoryUrl }: Package): string | undefined {
  if (repositoryUrl !== undefined) return undefined;
  const path = namespace === undefined ? encodePart(name) : `${namespace}/${encodePart(name)}`;
  return `https://www.npmjs.com/package/${path}`;
}
