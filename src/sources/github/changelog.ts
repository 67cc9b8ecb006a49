import { z } from 'zod';
import { type Package, packageName } from '../../core/package.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Validators } from '../../platform/http/validators.ts';
import { addChangelogNotes, type FilesAtTag } from '../changelog-at-tag.ts';
import { recall, toReceipt } from '../memory.ts';
import type { Fetched, LookUp } from '../source.ts';
import type { Client } from './client.ts';
import { repositoryValues } from './queries.ts';

/** Gives releases without notes those of the changelog at the newest of their tags; asks nothing where all have notes. */
export async function withChangelog(
  fetched: Fetched,
  { package: pkg, since, held }: LookUp,
  client: Client,
  validators: Validators,
): Promise<Fetched> {
  if (fetched.status !== 'listed') return fetched;
  const key = `github changelog ${client.host} ${pkg.purl}`;
  // The cache may outlive what we held.
  const memory = held === undefined ? undefined : await recall(validators, key, since);
  const { listings, receipts } = fetched;
  const added = await addChangelogNotes(
    listings.releases,
    { package: pkg, since, held, memory },
    filesOf(client, pkg),
  );
  return {
    status: 'listed',
    listings: { ...listings, releases: added.listings },
    // What failed for a while is asked for again, even if upstream went back to what was remembered before.
    receipts: added.isFinal
      ? [...receipts, toReceipt(key, since, added.memory)]
      : receipts.map((receipt) => ({ key: receipt.key, validator: {} })),
  };
}

const Tree = z.object({
  entries: z.array(z.object({ name: z.string(), type: z.string() })),
});
const Blob = z.object({ text: z.string(), isTruncated: z.literal(false) });
const Found = z.object({ repository: z.object({ object: z.unknown() }) });

function filesOf(client: Client, pkg: Package): FilesAtTag {
  async function read(at: string, selection: string): Promise<unknown> {
    const reply = await client.ask({
      text: () => `query ($owner: String!, $name: String!, $at: String!) {
  repository(owner: $owner, name: $name) { object(expression: $at) { ${selection} } }
}`,
      variables: { ...repositoryValues(pkg), at },
      size: 1,
    });
    if ('error' in reply) throw reply.error;
    const { data } = Found.safeParse(reply.data);
    if (data === undefined) throw new FormatError(`GitHub ${packageName(pkg)}: the reply has no ${at}`);
    return data.repository.object;
  }

  return {
    list: async (ref) => {
      const { data } = Tree.safeParse(await read(`${ref}:`, '... on Tree { entries { name type } }'));
      return data?.entries.filter(({ type }) => type === 'blob').map(({ name }) => name) ?? [];
    },
    read: async (ref, name) => {
      const { data } = Blob.safeParse(await read(`${ref}:${name}`, '... on Blob { text isTruncated }'));
      if (data !== undefined) return new TextEncoder().encode(data.text);
      throw new FormatError(`GitHub ${packageName(pkg)}: ${name} is no text, or too long`);
    },
  };
}
