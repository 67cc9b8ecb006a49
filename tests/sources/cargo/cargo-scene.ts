import { cargo } from '../../../src/sources/cargo/cargo.ts';
import { playScene, type Scene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { CARGO_HOMES, type Crate, cargoHandler, makeCrate } from '../../upstream/cargo.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';

export const PURL = 'pkg:cargo/Tool';

interface Setting {
  readonly fault?: (asked: Asked) => Fault | undefined;
  readonly crate?: Partial<Crate>;
}

/** The crate `Tool` on an emulated crates.io. Another object in `crates` is what upstream has from then on. */
export function play({ fault, crate }: Setting, act: (scene: Scene & { crates: Crate[] }) => Promise<void>) {
  const crates = [{ ...makeCrate('Tool'), ...crate }];
  return playScene(
    {
      source: cargo,
      handlers: [cargoHandler(crates)],
      world: (upstream) => worldAt(upstream, { homes: CARGO_HOMES }),
      ...(fault && { fault }),
    },
    (scene) => act({ ...scene, crates }),
  );
}
