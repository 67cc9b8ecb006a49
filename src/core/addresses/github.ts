import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const HOSTS = ['github.com', 'www.github.com'];

export const githubAddresses: Addresses = {
  project: repository,
  release: (pkg, tag) => `${repository(pkg)}/releases/tag/${encodeTag(tag)}`,
  comparison: (pkg, from, to) => `${repository(pkg)}/compare/${encodeTag(from)}...${encodeTag(to)}`,
  purl: ({ hostname }, [owner, name]) => {
    if (!HOSTS.includes(hostname) || owner === undefined || name === undefined) return undefined;
    return `pkg:github/${owner}/${name.replace(/\.git$/, '')}`;
  },
};

function repository({ namespace, name, repositoryUrl = 'github.com' }: Package): string {
  return `https://${repositoryUrl}/${namespace}/${encodePart(name)}`;
}

// A slash in a tag stays a slash in GitHub's addresses.
function encodeTag(tag: string): string {
  return tag.split('/').map(encodePart).join('/');
}
