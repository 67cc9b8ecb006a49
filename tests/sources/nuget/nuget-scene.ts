import { nuget } from '../../../src/sources/nuget/nuget.ts';
import type { Fetched, Held } from '../../../src/sources/source.ts';
import { listingsOf, playScene, type Scene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type NugetPackage, nugetHandler } from '../../upstream/nuget.ts';

export const PURL = 'pkg:nuget/Acme.Tool';

type Options = Parameters<typeof nugetHandler>[1] & { readonly fault?: Setting['fault'] };

/** Plays a feed with these packages, which may be replaced while it serves. */
export function play(
  packages: readonly NugetPackage[],
  { fault, ...options }: Options,
  act: (scene: Scene) => Promise<void>,
): Promise<void> {
  const handlers = [nugetHandler(packages, options)];
  const world: Setting['world'] = (upstream) => worldAt(upstream, { homes: { 'https://api.nuget.org': '' } });
  return playScene({ source: nuget, handlers, world, ...(fault && { fault }) }, act);
}

/** What would be held after this answer, as far as a source may know. */
export function heldAfter(fetched: Fetched): Held {
  const { upstream, releases } = listingsOf(fetched);
  return {
    upstream,
    releases: releases.map(({ version }) => ({ version, seenAt: '2030-01-01T00:00:00Z' })),
  };
}

/** The notes of a listing by version; undefined where it says none. */
export function notesOf(fetched: Fetched): Record<string, string | undefined> {
  return Object.fromEntries(listingsOf(fetched).releases.map(({ version, notes }) => [version, notes]));
}

/** What was asked, without what all paths have in common. */
export function pathsIn(asked: readonly string[]): string[] {
  return asked.map((request) =>
    request.replace(/^GET \/(?:v3\/registration5-gz-semver2|v3-flatcontainer)\//, ''),
  );
}
