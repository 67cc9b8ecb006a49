import assert from 'node:assert/strict';
import { parsePackage } from '../../../src/core/package.ts';
import { npm } from '../../../src/sources/npm/npm.ts';
import type { Fetched, LookUp, World } from '../../../src/sources/source.ts';
import { npmHandler } from '../../upstream/npm.ts';
import { makePackage, type NpmPackage } from '../../upstream/npm-package.ts';
import { type Asked, type Fault, type Handler, startUpstream } from '../../upstream/upstream.ts';
import { npmWorld } from './npm-world.ts';

type Listed = Extract<Fetched, { status: 'listed' }>;

/** One package on an emulated registry, looked up again and again. */
interface Scene {
  readonly packages: NpmPackage[];
  /** Looks up, and remembers the receipts as a pipeline would; tells the requests that it took. */
  readonly lookUp: (more?: Partial<LookUp>) => Promise<{ fetched: Fetched; asked: readonly string[] }>;
}

export const HELD = { held: { upstream: { name: 'tool' }, releases: [] }, fresh: false };
const PURL = 'pkg:npm/%40acme/tool';

interface Setting {
  readonly kind?: 'full-featured' | 'plain';
  readonly fault?: (asked: Asked) => Fault | undefined;
  readonly first?: Handler;
}

/** Starts the registry with the package `@acme/tool`, and stops it in the end. */
export async function play(setting: Setting, act: (scene: Scene) => Promise<void>): Promise<void> {
  const { kind = 'full-featured', fault, first } = setting;
  const packages = [makePackage('@acme/tool')];
  const handlers = [...(first ? [first] : []), npmHandler(packages, { kind })];
  const upstream = await startUpstream(handlers, fault && { fault });
  try {
    const world = await npmWorld(upstream.origin);
    await act({
      packages,
      async lookUp(more = {}) {
        const from = upstream.asked.length;
        const fetched = await lookUpOnce(world, more);
        if (fetched.status === 'listed') {
          for (const receipt of fetched.receipts) await world.validators.remember(receipt);
        }
        return { fetched, asked: upstream.asked.slice(from).map(nameRequest) };
      },
    });
  } finally {
    await upstream.close();
  }
}

async function lookUpOnce(world: World, more: Partial<LookUp>): Promise<Fetched> {
  const lookUp = { package: parsePackage(PURL), since: undefined, held: undefined, fresh: true, ...more };
  const answers: Fetched[] = [];
  for await (const { fetched } of npm.fetch([lookUp], world)) answers.push(fetched);
  const [answer, ...others] = answers;
  assert.deepEqual(others, []);
  return answer ?? assert.fail('no answer');
}

function nameRequest({ path, headers }: Asked): string {
  if (path.endsWith('.tgz')) return 'tarball';
  const name = headers['accept']?.includes('install-v1') ? 'abbreviated' : 'full';
  assert.equal(path, '/@acme%2Ftool');
  assert.equal(headers['if-modified-since'], undefined, 'a date says too little');
  return headers['if-none-match'] === undefined ? name : `${name}, conditional`;
}

export function listed(fetched: Fetched): Listed {
  return fetched.status === 'listed' ? fetched : assert.fail(`${fetched.status} instead of listed`);
}

/** The notes of each version; undefined where they are unsaid. */
export function notesOf(fetched: Fetched): Record<string, string | undefined> {
  const { releases } = listed(fetched).listings;
  return Object.fromEntries(releases.map(({ version, notes }) => [version, notes]));
}
