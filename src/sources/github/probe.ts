import { createHash } from 'node:crypto';
import { z } from 'zod';
import { packageName } from '../../core/package.ts';
import type { Upstream } from '../../core/upstream.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Receipt, Validators } from '../../platform/http/validators.ts';
import type { Fetched, LookUp } from '../source.ts';
import { type AliasedQuestion, askAliased, type Told } from './aliased.ts';
import { inBatches } from './batches.ts';
import { type Client, IN_FLIGHT } from './client.ts';
import { findRepository, PROBE, REPOSITORY, repositoryValues } from './queries.ts';
import { RepositoryFacts, readUpstream } from './read-upstream.ts';

/** A repository whose releases are to be read, because it is new or differs from the last time. */
export interface Moved {
  readonly lookUp: LookUp;
  readonly upstream: Upstream;
  /** Releases, or tags where it publishes none. */
  readonly lists: 'releases' | 'tags';
  /** How many of them there are; undefined where the probe did not ask. */
  readonly count: number | undefined;
  readonly receipt: Receipt;
}

interface Probe {
  readonly lookUp: LookUp;
  readonly key: string;
  readonly known: string | undefined;
}

/** Repositories in one query. */
export const BATCH = 50;
const TAGS = 'tags:';

// The nodes enter the fingerprint as they are; what they mean is read later, from the whole release.
const Probed = RepositoryFacts.extend({
  releases: z.object({ totalCount: z.int().nonnegative(), nodes: z.array(z.unknown()) }),
  refs: z.object({ totalCount: z.int().nonnegative(), nodes: z.array(z.unknown()) }).nullish(),
});
type Probed = z.infer<typeof Probed>;

const QUESTION: AliasedQuestion<Probe> = {
  variables: { ...REPOSITORY, tags: 'Boolean!' },
  valuesOf: ({ lookUp, known }) => ({ ...repositoryValues(lookUp.package), tags: mayListTags(known) }),
  select: (i) => `${findRepository(i)} { ...Probe ...NewestTags @include(if: $tags${i}) }`,
  fragments: () => PROBE,
  nameOf: ({ lookUp }) => packageName(lookUp.package),
};

/**
 * Asks for the newest releases of all repositories, 50 in a query and without notes, and tells which of them moved since their
 * fingerprint was remembered.
 */
export async function* probe(
  client: Client,
  lookUps: readonly LookUp[],
  validators: Validators,
): AsyncGenerator<Moved | { readonly lookUp: LookUp; readonly fetched: Fetched }> {
  const probes = await Promise.all(lookUps.map((lookUp) => toProbe(lookUp, client.host, validators)));
  const answers = inBatches(probes, {
    size: BATCH,
    inFlight: IN_FLIGHT,
    ask: (items) => askAliased(client, QUESTION, items),
    toFailure: (error): Told => ({ status: 'failed', error }),
  });
  for await (const [item, told] of answers) yield readTold(item, told);
}

async function toProbe(lookUp: LookUp, host: string, validators: Validators): Promise<Probe> {
  const key = `github probe ${host} ${lookUp.package.purl}`;
  return { lookUp, key, known: (await validators.read(key))?.fingerprint };
}

// Tags cost GitHub more than releases: they are asked for until a repository is known to publish releases.
function mayListTags(known: string | undefined): boolean {
  return known === undefined || known.startsWith(TAGS);
}

function readTold({ lookUp, key, known }: Probe, told: Told): Moved | { lookUp: LookUp; fetched: Fetched } {
  if (told.status === 'failed') return { lookUp, fetched: told };
  const name = packageName(lookUp.package);
  if (told.status === 'gone') {
    return { lookUp, fetched: { status: 'gone', reason: `GitHub has no repository ${name}`, code: 404 } };
  }
  const { data, error } = Probed.safeParse(told.value);
  if (data === undefined) {
    const mismatch = new FormatError(`GitHub ${name}: the reply is not the repository that was asked for`, {
      cause: error,
    });
    return { lookUp, fetched: { status: 'failed', error: mismatch } };
  }
  const fingerprint = toFingerprint(data, lookUp);
  if (!lookUp.fresh && fingerprint === known) return { lookUp, fetched: { status: 'unchanged' } };
  const lists = data.releases.totalCount > 0 ? 'releases' : 'tags';
  const count = lists === 'releases' ? data.releases.totalCount : data.refs?.totalCount;
  return { lookUp, upstream: readUpstream(data), lists, count, receipt: { key, validator: { fingerprint } } };
}

/** What a probe saw, as one text that differs when anything in it does; `since`, because an earlier one asks for more. */
function toFingerprint({ releases, refs, ...facts }: Probed, { since }: LookUp): string {
  const listsTags = releases.totalCount === 0;
  const seen = JSON.stringify([since ?? null, facts, releases, listsTags ? refs : null]);
  return `${listsTags ? TAGS : 'releases:'}${createHash('sha256').update(seen).digest('hex')}`;
}
