import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';
import { hubPage, hubTagPage, IMAGE_PART } from './hub-page.ts';

const HOSTS = ['hub.docker.com', 'www.hub.docker.com', 'registry.hub.docker.com'];
// hub.docker.com/r/owner/name, /repository/docker/owner/name for its owner, /layers/owner/name/tag/images/digest.
const OWNED: Readonly<Record<string, number>> = { r: 1, layers: 1, repository: 2 };
// What a shell would pull: docker.io/owner/name, docker.io/library/name and docker.io/name.
const PULLED = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

export const dockerAddresses: Addresses = {
  project: (pkg) => (isAtHub(pkg) ? hubPage(nameOf(pkg)) : undefined),
  release: (pkg, tag) => (isAtHub(pkg) ? hubTagPage(nameOf(pkg), tag) : undefined),
  purl: ({ hostname }, segments) => {
    if (PULLED.includes(hostname)) return purlOf(segments.length > 1 ? segments : ['library', ...segments]);
    if (!HOSTS.includes(hostname)) return undefined;
    const [kind = '', name] = segments;
    if (kind === '_') return purlOf(['library', name]);
    const start = OWNED[kind];
    return start === undefined ? undefined : purlOf(segments.slice(start, start + 2));
  },
};

function isAtHub({ repositoryUrl }: Package): boolean {
  return repositoryUrl === undefined || [...HOSTS, ...PULLED].includes(repositoryUrl);
}

function nameOf({ namespace, name }: Package): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function purlOf([owner, name]: readonly (string | undefined)[]): string | undefined {
  // A tag or digest that was pasted along.
  const bare = name?.replace(/(?:%3a|%40|[:@]).*$/i, '');
  if (!IMAGE_PART.test(owner ?? '') || !IMAGE_PART.test(bare ?? '')) return undefined;
  return owner === 'library' ? `pkg:docker/${bare}` : `pkg:docker/${owner}/${bare}`;
}
