import { gitea } from '../../../src/sources/gitea/gitea.ts';
import type { Fetched, Held } from '../../../src/sources/source.ts';
import { newRelease } from '../../../src/store/merge-release.ts';
import { listingsOf, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type GiteaRepository, giteaHandler } from '../../upstream/gitea.ts';

export const PURL = 'pkg:gitea/acme/tool?repository_url=codeberg.org';

/** Codeberg with these repositories. */
export function settingOf(
  repositories: readonly GiteaRepository[],
  options: Parameters<typeof giteaHandler>[1] = {},
): Setting {
  return {
    source: gitea,
    handlers: [giteaHandler(repositories, options)],
    world: (upstream) => worldAt(upstream, { homes: { 'https://codeberg.org': '' } }),
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
