import { gitlab } from '../../../src/sources/gitlab/gitlab.ts';
import type { Fetched, Held } from '../../../src/sources/source.ts';
import { newRelease } from '../../../src/store/merge-release.ts';
import { listingsOf, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type GitlabProject, gitlabHandler } from '../../upstream/gitlab.ts';

export const PURL = 'pkg:gitlab/acme/tool';

/** GitLab with these projects. */
export function settingOf(
  projects: readonly GitlabProject[],
  options: Parameters<typeof gitlabHandler>[1] = {},
): Setting {
  return {
    source: gitlab,
    handlers: [gitlabHandler(projects, options)],
    world: (upstream) => worldAt(upstream, { homes: { 'https://gitlab.com': '' } }),
  };
}

/** What we hold after a first import of this answer. */
export function heldOf(fetched: Fetched): Held {
  const { upstream, releases } = listingsOf(fetched);
  return { upstream, releases: releases.map((listing) => newRelease(listing, '2030-01-01T00:00:00Z')) };
}

/** The versions of an answer, in its order. */
export function versionsOf(fetched: Fetched): string[] {
  return listingsOf(fetched).releases.map(({ version }) => version);
}
