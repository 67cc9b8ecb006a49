import { golang } from '../../../src/sources/golang/golang.ts';
import type { LookUp } from '../../../src/sources/source.ts';
import { playScene, type Scene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type GoModule, type GoVersion, golangHandler } from '../../upstream/golang.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';

export const HASH = 'a'.repeat(40);
export const PURL = 'pkg:golang/acme.example/Tool';
export const PATH = 'acme.example/Tool';
export const V1: GoVersion = { time: '2026-01-01T00:00:00Z', hash: HASH };
export const V2: GoVersion = { time: '2026-02-01T00:00:00.5+02:00', hash: 'b'.repeat(40) };

/** Plays a proxy with these modules; `fault` as in a Setting. */
export function onProxy(
  modules: readonly GoModule[],
  act: (scene: Scene) => Promise<void>,
  fault?: (asked: Asked, nth: number) => Fault | undefined,
): Promise<void> {
  const setting = {
    source: golang,
    handlers: [golangHandler(modules)],
    world: (upstream: Parameters<typeof worldAt>[0]) =>
      worldAt(upstream, { homes: { 'https://proxy.golang.org': '' } }),
    ...(fault && { fault }),
  };
  return playScene(setting, act);
}

/** A module of ours with these versions. */
export function aModule(versions: Readonly<Record<string, GoVersion>>, path = PATH): GoModule {
  return { path, versions };
}

/** What is held of our module: versions, dated or not. */
export function holding(versions: Readonly<Record<string, string | undefined>>): {
  held: NonNullable<LookUp['held']>;
} {
  const releases = Object.entries(versions).map(([version, publishedAt]) => ({
    version,
    seenAt: '2026-03-01T00:00:00Z',
    ...(publishedAt !== undefined && { publishedAt }),
  }));
  return { held: { upstream: { name: PATH, repository: 'https://acme.example/Tool' }, releases } };
}
