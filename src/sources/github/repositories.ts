import type { Answer, Fetched, LookUp, World } from '../source.ts';
import { withChangelog } from './changelog.ts';
import { createClient } from './client.ts';
import { readLists } from './lists.ts';
import type { OctokitOptions } from './octokit.ts';
import { type Moved, probe } from './probe.ts';
import { listReleases, RELEASES } from './releases.ts';
import { listTags, TAGS } from './tags.ts';

/** Looks repositories up with a token: all are probed in batches, and only those that moved are read, with notes and assets. */
export async function* readRepositories(
  lookUps: readonly LookUp[],
  world: World,
  options: OctokitOptions,
): AsyncGenerator<Answer> {
  const client = createClient(world, options);
  const moved: Moved[] = [];
  for await (const probed of probe(client, lookUps, world.validators)) {
    if ('fetched' in probed) yield toAnswer(probed.lookUp, probed.fetched);
    else moved.push(probed);
  }
  const released = moved.filter(({ lists }) => lists === 'releases');
  for await (const [item, list] of readLists(client, RELEASES, released)) {
    const fetched = 'error' in list ? toFailure(list) : await listReleases(client, item, list);
    yield toAnswer(item.lookUp, await withChangelog(fetched, item.lookUp, client, world.validators));
  }
  const tagged = moved.filter(({ lists }) => lists === 'tags');
  for await (const [item, list] of readLists(client, TAGS, tagged)) {
    yield toAnswer(item.lookUp, 'error' in list ? toFailure(list) : listTags(item, list));
  }
}

function toAnswer(lookUp: LookUp, fetched: Fetched): Answer {
  return { package: lookUp.package, fetched };
}

function toFailure({ error }: Pick<Extract<Fetched, { status: 'failed' }>, 'error'>): Fetched {
  return { status: 'failed', error };
}
