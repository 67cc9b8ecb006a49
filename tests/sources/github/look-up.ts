import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { parsePackage } from '../../../src/core/package.ts';
import type { FormatError, HostError } from '../../../src/platform/errors.ts';
import type { Limits } from '../../../src/platform/http/limits.ts';
import type { Fetched, LookUp, Source, World } from '../../../src/sources/source.ts';
import { type GithubOptions, githubHandler } from '../../upstream/github.ts';
import type { GithubRepository } from '../../upstream/github-data.ts';
import {
  type Asked,
  type Handler,
  type Options,
  startUpstream,
  type Upstream,
} from '../../upstream/upstream.ts';
import { GITHUB, TOKEN, worldOf } from './world.ts';

/** A running emulator, and look-ups at it by name (`owner/name`). */
export interface Lab {
  readonly world: World;
  readonly upstream: Upstream;
  readonly lookUp: (names: readonly string[], more?: Partial<LookUp>) => Promise<Fetched[]>;
  /** As `lookUp` of one name, which must be listed. */
  readonly list: (name: string, more?: Partial<LookUp>) => Promise<Extract<Fetched, { status: 'listed' }>>;
  /** The queries so far that contain this text. */
  readonly queries: (text: string) => Asked[];
}

interface LabOptions extends GithubOptions, Pick<Options, 'fault'> {
  readonly source?: Source;
  readonly world?: Partial<World>;
  readonly limits?: Partial<Limits>;
  /** Changes the text of a reply before it is sent. */
  readonly edit?: (body: string, asked: Asked) => string;
}

/** Runs an experiment against an emulated GitHub that holds these repositories. */
export async function withGithub(
  repositories: readonly GithubRepository[],
  options: LabOptions,
  experiment: (lab: Lab) => Promise<void>,
): Promise<void> {
  const { source = GITHUB, fault, edit } = options;
  const github = githubHandler(repositories, options);
  const upstream = await startUpstream([edit ? edited(github, edit) : github], fault && { fault });
  const world = worldOf(upstream, options.world, options.limits);
  const lookUp: Lab['lookUp'] = async (names, more = {}) => {
    const lookUps = names.map((name) => toLookUp(name, more));
    const answers = new Map<string, Fetched>();
    for await (const { package: pkg, fetched } of source.fetch(lookUps, world)) {
      assert.ok(!answers.has(pkg.purl), `${pkg.purl} was answered twice`);
      answers.set(pkg.purl, fetched);
    }
    return lookUps.map(({ package: { purl } }) => {
      const fetched = answers.get(purl);
      assert.ok(fetched !== undefined, `${purl} was not answered`);
      return fetched;
    });
  };
  const list: Lab['list'] = async (name, more) => {
    const [fetched] = await lookUp([name], more);
    assert.ok(fetched?.status === 'listed', inspect(fetched));
    return fetched;
  };
  const queries = (text: string) => upstream.asked.filter(({ body }) => body.includes(text));
  try {
    await experiment({ world, upstream, lookUp, list, queries });
  } finally {
    await upstream.close();
  }
}

function toLookUp(name: string, more: Partial<LookUp>): LookUp {
  const held = more.held;
  const pkg = parsePackage(`pkg:github/${name}`);
  return { package: pkg, since: undefined, held, fresh: held === undefined, ...more };
}

function edited(handler: Handler, edit: (body: string, asked: Asked) => string): Handler {
  return async (asked, origin) => {
    const served = await handler(asked, origin);
    return typeof served?.body === 'string' ? { ...served, body: edit(served.body, asked) } : served;
  };
}

/** Remembers what a listing handed out, as the pipeline does after it was persisted. */
export async function remember(world: World, all: readonly Fetched[]): Promise<void> {
  for (const fetched of all) {
    assert.ok(fetched.status === 'listed');
    for (const receipt of fetched.receipts) await world.validators.remember(receipt);
  }
}

/** The statuses of look-ups, and how many there are of each. */
export function tally(all: readonly Fetched[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(all, ({ status }) => status)].map(([status, some]) => [status, some.length]),
  );
}

/** The error of a look-up that must have failed, and that tells no secret. */
export function failure(fetched: Fetched | undefined): HostError | FormatError {
  assert.ok(fetched?.status === 'failed', inspect(fetched));
  assert.ok(!inspect(fetched.error, { depth: 20, showHidden: true }).includes(TOKEN));
  return fetched.error;
}

/** How many repositories a query asks for. */
export function repositoriesIn({ body }: Asked): number {
  return [...body.matchAll(/repository\(/g)].length;
}
