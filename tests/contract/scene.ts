import assert from 'node:assert/strict';
import { parsePackage } from '../../src/core/package.ts';
import type { Fetched, LookUp, Source, World } from '../../src/sources/source.ts';
import {
  type Asked,
  type Fault,
  type Handler,
  type Upstream as Server,
  startUpstream,
} from '../upstream/upstream.ts';

/** A source and its emulated upstream, for tests of what only this source does. */
export interface Setting {
  readonly source: Source;
  readonly handlers: readonly Handler[];
  readonly world: (upstream: Server) => World | Promise<World>;
  /** Asked before the handlers; `nth` counts the requests from 1. */
  readonly fault?: (asked: Asked, nth: number) => Fault | undefined;
}

export interface Scene {
  readonly world: World;
  readonly origin: string;
  /** All requests so far. */
  readonly asked: readonly Asked[];
  /**
   * Looks one package up and remembers the receipts, as the pipeline would. Without `held` it is a first import. Tells the
   * requests that it took as `METHOD path?query`.
   */
  readonly lookUp: (
    purl: string,
    more?: Partial<LookUp>,
  ) => Promise<{ fetched: Fetched; asked: readonly string[] }>;
}

/** What a source may know that looks at a package again, where the details do not matter. */
export const HELD: NonNullable<LookUp['held']> = { upstream: { name: 'held' }, releases: [] };

/** Starts the emulator, and stops it in the end. */
export async function playScene(setting: Setting, act: (scene: Scene) => Promise<void>): Promise<void> {
  const { source, handlers, fault } = setting;
  const upstream = await startUpstream(handlers, fault && { fault });
  try {
    const world = await setting.world(upstream);
    const lookUp: Scene['lookUp'] = async (purl, more) => {
      const from = upstream.asked.length;
      const fetched = await lookUpOnce(source, world, purl, more);
      for (const receipt of fetched.status === 'listed' ? fetched.receipts : []) {
        await world.validators.remember(receipt);
      }
      return { fetched, asked: upstream.asked.slice(from).map(nameRequest) };
    };
    await act({ world, origin: upstream.origin, asked: upstream.asked, lookUp });
  } finally {
    await upstream.close();
  }
}

/** One look-up, without remembering anything. */
export async function lookUpOnce(
  source: Source,
  world: World,
  purl: string,
  more: Partial<LookUp> = {},
): Promise<Fetched> {
  const held = more.held;
  const asking = { package: parsePackage(purl), since: undefined, held, fresh: held === undefined, ...more };
  const answers: Fetched[] = [];
  for await (const { fetched } of source.fetch([asking], world)) answers.push(fetched);
  const [answer, ...others] = answers;
  assert.deepEqual(others, [], 'one answer a look-up');
  return answer ?? assert.fail('no answer');
}

/** The listings of an answer that must have some. */
export function listingsOf(fetched: Fetched): Extract<Fetched, { status: 'listed' }>['listings'] {
  if (fetched.status === 'failed') assert.fail(`failed: ${fetched.error.message}`);
  return fetched.status === 'listed' ? fetched.listings : assert.fail(`${fetched.status} instead of listed`);
}

function nameRequest({ method, path, query }: Asked): string {
  const search = query.toString();
  return `${method} ${path}${search === '' ? '' : `?${search}`}`;
}
