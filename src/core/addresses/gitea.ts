import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = new Set(['codeberg.org', 'gitea.com', 'code.forgejo.org']);
const PREFIX = /^(?:gitea|forgejo)\./;
// The web sites of the two programs.
const OTHER = new Set(['gitea.io', 'forgejo.org']);

// First segments that are nobody's name. https://codeberg.org/forgejo/forgejo/src/branch/forgejo/models/user/user.go
const NO_OWNER = new Set(
  '- admin api assets attachments avatars explore issues login milestones notifications org pulls repo swagger.v1.json user v2'.split(
    ' ',
  ),
);

export const giteaAddresses: Addresses = {
  project: pageOf,
  release: (pkg, tag) => `${pageOf(pkg)}/releases/tag/${encodeTag(tag)}`,
  comparison: (pkg, from, to) => `${pageOf(pkg)}/compare/${encodeTag(from)}...${encodeTag(to)}`,
  purl: ({ host, hostname }, [owner, name]) => {
    const isOurs = HOSTS.has(hostname) || (PREFIX.test(hostname) && !OTHER.has(hostname));
    if (!isOurs || owner === undefined || name === undefined || name === '-' || NO_OWNER.has(owner))
      return undefined;
    return `pkg:gitea/${owner}/${name.replace(/\.git$/, '')}?repository_url=${encodePart(host)}`;
  },
};

function pageOf({ namespace = '', name, repositoryUrl = '' }: Package): string {
  const home = /^http:/i.test(repositoryUrl) ? repositoryUrl : `https://${repositoryUrl}`;
  return `${home}/${encodePart(namespace)}/${encodePart(name)}`;
}

function encodeTag(tag: string): string {
  return tag.split('/').map(encodePart).join('/');
}
