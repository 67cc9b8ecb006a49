import type { GiteaRepository } from './gitea.ts';
import { commitOf, dayOf } from './gitlab-project.ts';

/** A release as Gitea lists it, published on the day with its number. */
export function makeRelease(tag: string, number: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 1000 + number,
    tag_name: tag,
    target_commitish: 'main',
    name: tag,
    body: `- What ${tag} brings`,
    html_url: `https://codeberg.org/acme/tool/releases/tag/${tag}`,
    draft: false,
    prerelease: false,
    created_at: dayOf(number),
    published_at: dayOf(number),
    author: { id: 4, login: 'ada', full_name: 'Ada', followers_count: number },
    assets: [
      { id: 1, name: 'tool-linux', size: 1024, download_count: number, uuid: 'e6c1' },
      { id: 2, name: 'tool-linux.sha256', size: 95, download_count: 1, uuid: 'fe8a' },
    ],
    ...more,
  };
}

/** A lightweight tag as Gitea lists it, of a commit on the day with its number. */
export function makeTag(name: string, number: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    name,
    message: 'Fix it\n',
    id: commitOf(number),
    commit: { url: 'https://codeberg.org/commit', sha: commitOf(number), created: dayOf(number) },
    zipball_url: 'https://codeberg.org/archive.zip',
    ...more,
  };
}

/** A repository with three releases, unless said otherwise. */
export function makeRepository(path: string, more: Partial<GiteaRepository> = {}): GiteaRepository {
  const releases = [makeRelease('v1.1.0', 3), makeRelease('v1.0.1', 2), makeRelease('v1.0.0', 1)];
  return { id: 42, path, releases, tags: [], ...more };
}
