import { projectUrl } from '../../core/address.ts';
import { packageName } from '../../core/package.ts';
import { authorization } from '../../platform/credential.ts';
import type { Forge } from '../forge/forge.ts';
import type { Asking } from '../package-by-package.ts';
import { filesAtTag } from './files-at-tag.ts';
import { readProject } from './read-project.ts';
import { readRelease } from './read-release.ts';
import { readTag } from './read-tag.ts';

const PAGE_SIZE = 100;

/** A project of GitLab. https://docs.gitlab.com/api/releases/ https://docs.gitlab.com/api/tags/ https://docs.gitlab.com/api/projects/ */
export function gitlabProject({ package: pkg, home, credential, world }: Asking): Forge {
  const url = `${home}/api/v4/projects/${encodeURIComponent(packageName(pkg))}`;
  // A token works as Bearer too: https://docs.gitlab.com/api/rest/authentication/
  const request = { expect: ['application/json'], authorization: authorization(credential) };
  const page = projectUrl(pkg) ?? home;
  return {
    request,
    project: { url: `${url}?license=true`, read: readProject },
    lists: {
      releases: {
        url: (size) => `${url}/releases?order_by=released_at&sort=desc&per_page=${size}`,
        largestPage: PAGE_SIZE,
        read: readRelease,
      },
      tags: {
        url: (size) => `${url}/repository/tags?order_by=updated&sort=desc&per_page=${size}`,
        largestPage: PAGE_SIZE,
        read: (element) => readTag(element, page),
      },
    },
    totalHeader: 'x-total',
    hasETags: true,
    tagsTellReleases: true,
    files: filesAtTag(world.http, url, request),
  };
}
