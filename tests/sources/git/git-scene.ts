import { git } from '../../../src/sources/git/git.ts';
import { playScene, type Scene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import type { GitRepository } from '../../upstream/git.ts';
import type { Asked, Fault, Handler } from '../../upstream/upstream.ts';

export const HOME = 'https://git.example';
export const PURL = 'pkg:git/tool?repository_url=git.example/tool.git';
export const A = 'a'.repeat(40);
export const B = 'b'.repeat(40);
export const C = 'c'.repeat(40);
export const REFS = {
  'refs/heads/main': C,
  'refs/tags/v1.0.0': A,
  'refs/tags/v1.1.0': { oid: C, peeled: B },
};

/** Our repository with these refs. */
export function aRepository(refs: GitRepository['refs'], path = '/tool.git'): GitRepository {
  return { path, refs };
}

/** Plays a host with these handlers; `fault` as in a Setting. */
export function onHost(
  handlers: readonly Handler[],
  act: (scene: Scene) => Promise<void>,
  fault?: (asked: Asked, nth: number) => Fault | undefined,
): Promise<void> {
  return playScene(
    {
      source: git,
      handlers,
      world: (upstream) => worldAt(upstream, { homes: { [HOME]: '' } }),
      ...(fault && { fault }),
    },
    act,
  );
}
