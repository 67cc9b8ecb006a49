import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import { Digest, type Tag, TagName } from './tag.ts';

// https://docs.quay.io/api/swagger/
const QuayTag = z
  .object({
    name: TagName,
    manifest_digest: Digest.optional().catch(undefined),
    start_ts: z.int().positive().max(253_402_300_799).optional().catch(undefined),
  })
  .transform(({ name, manifest_digest: digest, start_ts }): Tag => {
    const pushedAt = start_ts === undefined ? undefined : toInstant(new Date(start_ts * 1000).toISOString());
    return { name, digest, pushedAt };
  });

/** One page of the tags of a repository at quay.io, newest push first. */
export const QuayPage = z
  .object({ tags: z.array(z.unknown()), has_additional: z.boolean().catch(false) })
  .transform(({ tags: all, has_additional: hasMore }) => {
    const read = all.map((tag) => QuayTag.safeParse(tag).data);
    const tags = read.filter((tag) => tag !== undefined);
    return { tags, hasMore, dropped: read.length - tags.length };
  });
