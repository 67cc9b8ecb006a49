import type { Addresses } from './addresses.ts';
import { repositoryPage } from './repository-page.ts';
import { repositoryQualifier } from './repository-qualifier.ts';

/** Repositories of hosts that no other type knows: an address with a segment that ends in `.git`, and all pages below it. */
export const gitAddresses: Addresses = {
  project: repositoryPage,
  purl: (url, segments) => {
    const last = segments.findIndex((segment) => /.\.git$/.test(segment));
    const name = segments[last]?.slice(0, -'.git'.length);
    const qualifier = repositoryQualifier(url, `/${segments.slice(0, last + 1).join('/')}`);
    return name === undefined || qualifier === undefined ? undefined : `pkg:git/${name}?${qualifier}`;
  },
};
