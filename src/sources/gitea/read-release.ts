import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import type { Entry } from '../forge/forge.ts';
import { TagName } from '../forge/tag-and-commit.ts';

/** Read even of a release that is broken otherwise, so that neither a draft nor what is too old is told of. */
const Announced = z.object({
  tag_name: TagName,
  draft: z.boolean().optional().catch(undefined),
  published_at: z.unknown().optional(),
});

// `target_commitish` is left out: it names a branch as often as a commit.
const Details = z.object({
  id: z.int().optional(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  prerelease: z.boolean(),
  author: z.object({ login: z.string() }).nullish(),
  assets: z
    .array(z.object({ name: z.string().min(1).max(1024), size: z.int().nonnegative().optional() }))
    .nullish(),
});
type Details = z.infer<typeof Details>;

/** A release as Gitea lists it. */
export function readRelease(element: unknown): Entry | undefined {
  const { data: announced } = Announced.safeParse(element);
  if (announced === undefined) return undefined;
  const { tag_name: version, draft, published_at: at } = announced;
  const publishedAt = toInstant(at);
  const dated = { version, ...(publishedAt !== undefined && { publishedAt }) };
  if (draft === true) return { listing: dated, state: 'draft' };
  const { data: details } = Details.safeParse(element);
  if (details === undefined) return { listing: dated, state: 'broken' };
  return { listing: { ...dated, ...describe(version, details) } };
}

function describe(tag: string, details: Details): Omit<Listing, 'version'> {
  const { id, name, body, prerelease, author, assets } = details;
  return {
    ...(id !== undefined && { id: String(id) }),
    prerelease,
    title: !name || name === tag ? '' : name,
    author: author?.login ?? '',
    ...(assets && { assets: assets.map(toAsset) }),
    notes: body ?? '',
    notesFrom: 'release',
  };
}

function toAsset({ name, size }: { name: string; size?: number | undefined }): Asset {
  return size === undefined ? { name } : { name, size };
}
