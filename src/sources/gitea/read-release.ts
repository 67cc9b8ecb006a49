import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import type { Entry } from '../forge/forge.ts';
import { TagName } from '../forge/tag-and-commit.ts';

/** Read even of a release that is broken otherwise, so that no draft is told of. */
const Announced = z.object({
  tag_name: TagName,
  draft: z.boolean().optional().catch(undefined),
});

// `target_commitish` is left out: it names a branch as often as a commit.
const Details = z.object({
  id: z.int().optional(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  prerelease: z.boolean(),
  published_at: z.unknown().optional(),
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
  const { tag_name: version, draft } = announced;
  if (draft === true) return { listing: { version }, state: 'draft' };
  const { data: details } = Details.safeParse(element);
  if (details === undefined) return { listing: { version }, state: 'broken' };
  return { listing: { version, ...describe(version, details) } };
}

function describe(tag: string, details: Details): Omit<Listing, 'version'> {
  const { id, name, body, prerelease, published_at: at, author, assets } = details;
  const publishedAt = toInstant(at);
  return {
    ...(id !== undefined && { id: String(id) }),
    ...(publishedAt !== undefined && { publishedAt }),
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
