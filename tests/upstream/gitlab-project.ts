import type { GitlabProject } from './gitlab.ts';

/** A commit of forty digits that a number stands for. */
export function commitOf(number: number): string {
  return number.toString(16).padStart(40, '0');
}

/** The day with this number, from 1 January 2026 on. */
export function dayOf(number: number): string {
  return new Date(Date.UTC(2026, 0, number)).toISOString();
}

/** A release as GitLab lists it, published on the day with its number. */
export function makeRelease(tag: string, number: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    name: tag,
    tag_name: tag,
    description: `- What ${tag} brings\r\n- and more`,
    created_at: dayOf(number),
    released_at: dayOf(number),
    upcoming_release: false,
    author: { id: 4, username: 'ada', name: 'Ada', avatar_url: `https://gitlab.com/a.png?${number}` },
    commit: { id: commitOf(number), title: 'Release', message: 'Release\n' },
    milestones: [{ id: 1, title: 'Spring' }],
    evidences: [{ sha: 'e0', filepath: 'https://gitlab.com/e.json' }],
    assets: {
      count: 3,
      sources: [{ format: 'zip', url: 'https://gitlab.com/acme/tool.zip' }],
      links: [
        { id: 2, name: 'tool-linux', url: 'https://acme.example/tool', link_type: 'package' },
        { id: 1, name: 'tool-mac', url: 'https://acme.example/tool-mac', link_type: 'other' },
      ],
    },
    _links: { self: `https://gitlab.com/acme/tool/-/releases/${tag}` },
    ...more,
  };
}

/** A lightweight tag as GitLab lists it, of a commit on the day with its number. */
export function makeTag(name: string, number: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    name,
    message: '',
    target: commitOf(number),
    commit: { id: commitOf(number), message: 'Fix it\n', committed_date: dayOf(number) },
    release: null,
    protected: false,
    created_at: null,
    ...more,
  };
}

/** A project with three releases, unless said otherwise. */
export function makeProject(path: string, more: Partial<GitlabProject> = {}): GitlabProject {
  const releases = [makeRelease('v1.1.0', 3), makeRelease('v1.0.1', 2), makeRelease('v1.0.0', 1)];
  return { id: 42, path, releases, tags: [], ...more };
}
