import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import type { Entry } from '../forge/forge.ts';
import { CommitId, TagName } from '../forge/tag-and-commit.ts';

/** When it comes out. Read even of a release that is broken otherwise, so that none is told of too early. */
const Announced = z.object({
  tag_name: TagName,
  released_at: z.unknown().optional(),
  upcoming_release: z.boolean().optional().catch(undefined),
});
type Announced = z.infer<typeof Announced>;

const Details = z.object({
  name: z.string().nullish(),
  description: z.string().nullish(),
  author: z.object({ username: z.string() }).nullish(),
  /** Missing where the tag was deleted, and for whom the code is not shown. */
  commit: z.object({ id: CommitId }).nullish(),
  assets: z.object({ links: z.array(z.object({ name: z.string().min(1).max(1024) })) }).optional(),
});
type Details = z.infer<typeof Details>;

/** A release as GitLab lists it. It has no id of its own, and no mark for a pre-release. */
export function readRelease(element: unknown, now: Instant | undefined): Entry | undefined {
  const { data: announced } = Announced.safeParse(element);
  if (announced === undefined) return undefined;
  const { data: details } = Details.safeParse(element);
  const publishedAt = toInstant(announced.released_at);
  const dated = { version: announced.tag_name, ...(publishedAt !== undefined && { publishedAt }) };
  const listing = details === undefined ? dated : { ...dated, ...describe(announced.tag_name, details) };
  if (isUpcoming(announced, publishedAt, now)) return { listing, state: 'upcoming' };
  return details === undefined ? { listing, state: 'broken' } : { listing };
}

// An old GitLab does not say it itself.
function isUpcoming(
  { upcoming_release: isSaid }: Announced,
  publishedAt: Instant | undefined,
  now: Instant | undefined,
): boolean {
  return isSaid ?? (publishedAt !== undefined && now !== undefined && publishedAt > now);
}

function describe(
  tag: string,
  { name, description, author, commit, assets }: Details,
): Omit<Listing, 'version'> {
  return {
    ...(commit && { commit: commit.id }),
    title: !name || name === tag ? '' : name,
    author: author?.username ?? '',
    ...(assets && { assets: assets.links.map(({ name }): Asset => ({ name })) }),
    notes: description ?? '',
    notesFrom: 'release',
  };
}
