import { parsePackage } from '../../../src/core/package.ts';
import { composer } from '../../../src/sources/composer/composer.ts';
import type { Fetched, LookUp } from '../../../src/sources/source.ts';
import { HELD, playScene, type Scene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type Changes, type ComposerPackage, composerHandler } from '../../upstream/composer.ts';

/** Ten-thousandths of a second: 2024-07-03T09:46:40Z. */
export const NOW = 17_200_000_000_000;
export const MINUTE = 60 * 10_000;
export const HOUR = 60 * MINUTE;

/** A run over several packages: what came of each, and what was asked. */
interface Run {
  readonly status: Readonly<Record<string, Fetched['status']>>;
  readonly fetched: ReadonlyMap<string, Fetched>;
  readonly asked: readonly string[];
}

export interface Stage extends Scene {
  readonly changes: Changes;
  /** Looks all of them up at once and remembers the receipts, as the pipeline would, except of `unstored` ones. */
  readonly run: (
    names: readonly string[],
    more?: Partial<LookUp> & { readonly unstored?: readonly string[] },
  ) => Promise<Run>;
}

/** Plays Packagist with these packages, which may be replaced while it serves. */
export function play(
  packages: readonly ComposerPackage[],
  fault: Setting['fault'] | undefined,
  act: (stage: Stage) => Promise<void>,
): Promise<void> {
  const changes: Changes = { timestamp: NOW, actions: [], from: NOW - 24 * HOUR };
  const homes = { 'https://repo.packagist.org': '', 'https://packagist.org': '' };
  const setting = {
    source: composer,
    handlers: [composerHandler(packages, { changes, metadataUrl: '/p2/%package%.json' })],
    world: (upstream: Parameters<typeof worldAt>[0]) => worldAt(upstream, { homes }),
    ...(fault && { fault }),
  };
  return playScene(setting, (scene) => act({ ...scene, changes, run: runner(scene) }));
}

function runner({ world, asked }: Scene): Stage['run'] {
  return async (names, { unstored = [], ...more } = {}) => {
    const from = asked.length;
    const held = 'held' in more ? more.held : HELD;
    const lookUps = names.map((name) => ({
      package: parsePackage(`pkg:composer/${name}`),
      since: undefined,
      fresh: held === undefined,
      ...more,
      held,
    }));
    const fetched = new Map<string, Fetched>();
    for await (const answer of composer.fetch(lookUps, world)) {
      fetched.set(answer.package.purl.slice('pkg:composer/'.length), answer.fetched);
    }
    for (const [name, one] of fetched) {
      if (one.status !== 'listed' || unstored.includes(name)) continue;
      for (const receipt of one.receipts) await world.validators.remember(receipt);
    }
    const requests = asked
      .slice(from)
      .map(({ path, query }) => `${path}${query.size > 0 ? `?${query}` : ''}`);
    return {
      fetched,
      status: Object.fromEntries([...fetched].map(([name, { status }]) => [name, status])),
      asked: requests.toSorted(),
    };
  };
}
