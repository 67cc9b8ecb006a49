import { encodePart } from '../encode-part.ts';
import type { Package } from '../package.ts';
import type { Addresses } from './addresses.ts';

const PUBLIC = ['gitlab.com', 'www.gitlab.com'];
// Sites of GitLab itself that are no GitLab.
const OTHER = new Set(['gitlab.io', 'gitlab.net', 'gitlab.org']);

// Names that no group and no project can have: https://docs.gitlab.com/user/reserved_names/
const NO_GROUP = new Set(
  '- admin api assets dashboard explore groups help import jwt oauth profile projects public s search snippets uploads users v2'.split(
    ' ',
  ),
);
const NO_PROJECT = new Set(
  '- badges blame blob builds commits create create_dir edit files find_file new preview raw refs tree update wikis'.split(
    ' ',
  ),
);

export const gitlabAddresses: Addresses = {
  project: pageOf,
  release: (pkg, tag) => `${pageOf(pkg)}/-/releases/${encodePart(tag)}`,
  comparison: (pkg, from, to) => `${pageOf(pkg)}/-/compare/${encodeTag(from)}...${encodeTag(to)}`,
  purl: ({ host, hostname }, segments) => {
    const isPublic = PUBLIC.includes(hostname);
    if (!isPublic && (!hostname.startsWith('gitlab.') || OTHER.has(hostname))) return undefined;
    const end = segments.findIndex((segment) => NO_PROJECT.has(segment));
    const path = end < 0 ? segments : segments.slice(0, end);
    if (path.length < 2 || NO_GROUP.has(path[0] ?? '')) return undefined;
    const purl = `pkg:gitlab/${path.join('/').replace(/\.git$/, '')}`;
    return isPublic ? purl : `${purl}?repository_url=${encodePart(host)}`;
  },
};

function pageOf({ namespace = '', name, repositoryUrl = 'gitlab.com' }: Package): string {
  const home = /^http:/i.test(repositoryUrl) ? repositoryUrl : `https://${repositoryUrl}`;
  return `${home}/${[...namespace.split('/'), name].map(encodePart).join('/')}`;
}

// A slash in a tag stays a slash in the address of a comparison.
function encodeTag(tag: string): string {
  return tag.split('/').map(encodePart).join('/');
}
