import { z } from 'zod';
import { compareText } from '../../core/compare-text.ts';
import { type Instant, toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import { Page } from './page.ts';

/** A release as GitHub's GraphQL API tells it. */
export const ReleaseNode = z.object({
  id: z.string().min(1),
  databaseId: z.int().nullable(),
  tagName: z.string().min(1).max(1024),
  name: z.string().nullable(),
  isDraft: z.boolean(),
  isPrerelease: z.boolean(),
  /** Absent where an Enterprise Server does not know it. */
  immutable: z.boolean().optional(),
  /** The date of the commit that the tag points at. */
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  description: z.string().nullable(),
  author: z.object({ login: z.string() }).nullable(),
  /** Null where the tag was deleted. */
  tagCommit: z.object({ oid: z.string().regex(/^[0-9a-f]{7,64}$/) }).nullable(),
  releaseAssets: Page,
});
export type ReleaseNode = z.infer<typeof ReleaseNode>;

/** A release in our words, but for its assets. */
export function toListing(node: ReleaseNode): Listing {
  const publishedAt = toInstant(node.publishedAt);
  const { databaseId, tagName, name, tagCommit, immutable } = node;
  return {
    version: tagName,
    ...(databaseId !== null && { id: String(databaseId) }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(tagCommit !== null && { commit: tagCommit.oid }),
    prerelease: node.isPrerelease,
    ...(immutable !== undefined && { immutable }),
    title: name === null || name === tagName ? '' : name,
    author: node.author?.login ?? '',
    notes: node.description ?? '',
    notesFrom: 'release',
  };
}

const ReleaseDates = ReleaseNode.pick({ createdAt: true, publishedAt: true });

/** Whether the commit and the publication of a release are older than that. */
export function isOlderRelease(node: unknown, since: Instant): boolean {
  const { data } = ReleaseDates.safeParse(node);
  const dates = [toInstant(data?.createdAt), toInstant(data?.publishedAt)];
  return dates.every((date) => date !== undefined && date < since);
}

const AssetNode = z
  .object({
    name: z.string().min(1).max(1024),
    size: z.int().nonnegative(),
    contentType: z.string().max(256).nullish(),
    /** Null for what was uploaded before June 2025. */
    digest: z.string().max(256).nullish(),
  })
  .transform(
    ({ name, size, contentType, digest }): Asset => ({
      name,
      size,
      ...(digest && { digest }),
      ...(contentType && { type: contentType }),
    }),
  );

/** Assets by name; undefined if one of them is malformed, since a list without it would look as if it had been removed. */
export function toAssets(nodes: readonly unknown[]): Asset[] | undefined {
  const { data } = z.array(AssetNode).safeParse(nodes);
  return data?.sort((a, b) => compareText(a.name, b.name));
}
