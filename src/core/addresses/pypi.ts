import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['pypi.org', 'www.pypi.org', 'pypi.python.org'];
// `pypi` was the old site's: https://pypi.python.org/pypi/requests; `simple` is the index.
const FOLDERS = ['project', 'pypi', 'simple'];

export const pypiAddresses: Addresses = {
  project: pageOf,
  release: (pkg, version) => {
    const page = pageOf(pkg);
    return page && `${page}${encodePart(version)}/`;
  },
  purl: ({ hostname }, [folder = '', name]) =>
    HOSTS.includes(hostname) && FOLDERS.includes(folder) && name !== undefined
      ? `pkg:pypi/${name}`
      : undefined,
};

function pageOf({ name, repositoryUrl }: Package): string | undefined {
  return repositoryUrl === undefined ? `https://pypi.org/project/${encodePart(name)}/` : undefined;
}
