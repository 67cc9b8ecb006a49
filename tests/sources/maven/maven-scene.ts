import assert from 'node:assert/strict';
import type { Listing } from '../../../src/core/listing.ts';
import { maven } from '../../../src/sources/maven/maven.ts';
import type { Fetched, Held } from '../../../src/sources/source.ts';
import { listingsOf, playScene, type Scene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type MavenArtifact, mavenHandler } from '../../upstream/maven.ts';

export const PURL = 'pkg:maven/com.acme/tool';

interface Play {
  readonly listing?: 'central' | 'nginx' | 'apache' | 'nexus';
  readonly fault?: Setting['fault'];
}

/** Plays a repository with these artifacts, which may be replaced while it serves. */
export function play(
  artifacts: readonly MavenArtifact[],
  { listing, fault }: Play,
  act: (scene: Scene) => Promise<void>,
): Promise<void> {
  const handlers = [mavenHandler(artifacts, listing === undefined ? {} : { listing })];
  const world: Setting['world'] = (upstream) =>
    worldAt(upstream, { homes: { 'https://repo1.maven.org/maven2': '' } });
  return playScene({ source: maven, handlers, world, ...(fault && { fault }) }, act);
}

/** What would be held after these answers, as far as a source may know. */
export function heldAfter(...answers: readonly Fetched[]): Held {
  const merged = new Map<string, Listing>();
  let upstream = {};
  for (const fetched of answers) {
    if (fetched.status !== 'listed') continue;
    upstream = fetched.listings.upstream;
    for (const listing of fetched.listings.releases) {
      merged.set(listing.version, { ...merged.get(listing.version), ...listing });
    }
  }
  const releases = [...merged.values()].map(({ version, publishedAt }) => ({
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    seenAt: '2030-01-01T00:00:00Z',
  }));
  return { upstream, releases };
}

/** The dates of a listing by version; undefined where it says none. */
export function daysOf(fetched: Fetched): Record<string, string | undefined> {
  const { releases } = listingsOf(fetched);
  return Object.fromEntries(releases.map(({ version, publishedAt }) => [version, publishedAt]));
}

/** What was asked below the artifact's folder. */
export function filesIn(asked: readonly string[]): string[] {
  return asked.map((request) => request.replace('/com/acme/tool/', ''));
}

/** 1.0, 1.1 … */
export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `1.${index}`);
}

export function headsIn(asked: readonly string[]): string[] {
  return asked.filter((request) => request.startsWith('HEAD '));
}

/** The artifact with another version behind the others. */
export function release(artifacts: MavenArtifact[], version: string, more: object = {}): void {
  const [artifact] = artifacts;
  assert.ok(artifact);
  const next = { version, modified: 'Mon, 01 Jul 2024 10:00:00 GMT', ...more };
  artifacts.splice(0, 1, { ...artifact, versions: [...artifact.versions, next] });
}
