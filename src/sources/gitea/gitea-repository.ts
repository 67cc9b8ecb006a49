import { authorization } from '../../platform/credential.ts';
import type { Forge } from '../forge/forge.ts';
import type { Asking } from '../package-by-package.ts';
import { filesAtTag } from './files-at-tag.ts';
import { readRelease } from './read-release.ts';
import { readRepository } from './read-repository.ts';
import { readTag } from './read-tag.ts';

// The server may give less: https://forgejo.org/docs/latest/user/api-usage/#pagination
const PAGE_SIZE = 50;

/** A repository at Forgejo or Gitea. https://codeberg.org/api/swagger */
export function giteaRepository({ package: pkg, home, credential, world }: Asking): Forge {
  const path = [pkg.namespace ?? '', pkg.name].map(encodeURIComponent).join('/');
  const url = `${home}/api/v1/repos/${path}`;
  const request = { expect: ['application/json'], authorization: authorization(credential, 'token') };
  // Gitea before 1.12 knows `per_page` alone.
  const pages = (size: number) => `limit=${size}&per_page=${size}&page=1`;
  return {
    request,
    project: { url, read: readRepository },
    lists: {
      releases: {
        url: (size) => `${url}/releases?draft=false&${pages(size)}`,
        largestPage: PAGE_SIZE,
        read: readRelease,
      },
      tags: { url: (size) => `${url}/tags?${pages(size)}`, largestPage: PAGE_SIZE, read: readTag },
    },
    totalHeader: 'x-total-count',
    hasETags: false,
    tagsTellReleases: false,
    files: filesAtTag(world.http, url, request),
  };
}
