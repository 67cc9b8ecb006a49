import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['rubygems.org', 'www.rubygems.org'];

export const gemAddresses: Addresses = {
  project: pageOf,
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}/versions/${encodePart(version)}`;
  },
  purl: ({ hostname }, [folder, name]) =>
    HOSTS.includes(hostname) && folder === 'gems' && name !== undefined ? `pkg:gem/${name}` : undefined,
};

function pageOf({ name, repositoryUrl }: Package): string | undefined {
  return repositoryUrl === undefined ? `https://rubygems.org/gems/${encodePart(name)}` : undefined;
}
