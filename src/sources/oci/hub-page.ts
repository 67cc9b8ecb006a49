import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import { Digest, MediaType, type Tag, TagName } from './tag.ts';

/** A tag of Docker Hub. */
export interface HubTag extends Tag {
  /** Docker Hub's own; tags made later have higher ones. */
  readonly id: number | undefined;
  /** Milliseconds since 1970: by it the pages are sorted. */
  readonly updatedAt: number | undefined;
}

/** One page of the tags of a repository, newest update first. https://docs.docker.com/reference/api/hub/latest/ */
export const HubPage = z
  .object({
    count: z.int().nonnegative(),
    next: z.string().nullish().catch(undefined),
    results: z.array(z.unknown()),
  })
  .transform(({ count, next, results }) => {
    const read = results.map((result) => HubResult.safeParse(result).data);
    const tags = read.filter((tag) => tag !== undefined);
    return { count, hasMore: Boolean(next), tags, dropped: read.length - tags.length };
  });
export type HubPage = z.infer<typeof HubPage>;

// When a tag was last pulled, and its status, which follows from that, are not read. Nor are sizes: they are of one platform.
const HubResult = z
  .object({
    name: TagName,
    id: z.int().optional().catch(undefined),
    digest: Digest.optional().catch(undefined),
    media_type: MediaType.optional().catch(undefined),
    last_updated: z.string().optional().catch(undefined),
    tag_last_pushed: z.string().optional().catch(undefined),
  })
  .transform(({ name, id, digest, media_type: type, last_updated, tag_last_pushed }): HubTag => {
    const updatedAt = Date.parse(last_updated ?? '');
    return {
      name,
      id,
      digest,
      type,
      pushedAt: toInstant(tag_last_pushed) ?? toInstant(last_updated),
      updatedAt: Number.isNaN(updatedAt) ? undefined : updatedAt,
    };
  });

/** What is said of a repository as a whole. */
export const HubRepository = z.object({ description: z.string().nullish().catch(undefined) });
