import { gem } from '../../../src/sources/gem/gem.ts';
import { playScene, type Scene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type Gem, gemHandler, makeGemPackage } from '../../upstream/gem.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';

export const HOMES = { 'https://rubygems.org': '' };
export const PURL = 'pkg:gem/tool';

export interface Setting {
  readonly fault?: (asked: Asked) => Fault | undefined;
  readonly gem?: Partial<Gem>;
  readonly hasApi?: boolean;
}

/** The gem `tool` on an emulated rubygems.org. Another object in `gems` is what upstream has from then on. */
export function play(
  { fault, gem: more, hasApi = true }: Setting,
  act: (scene: Scene & { gems: Gem[] }) => Promise<void>,
) {
  const gems = [{ ...makeGemPackage('tool'), ...more }];
  return playScene(
    {
      source: gem,
      handlers: [gemHandler(gems, { hasApi })],
      world: (upstream) => worldAt(upstream, { homes: HOMES }),
      ...(fault && { fault }),
    },
    (scene) => act({ ...scene, gems }),
  );
}
