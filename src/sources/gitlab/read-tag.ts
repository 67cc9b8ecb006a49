import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Entry } from '../forge/forge.ts';
import { CommitId, TagName } from '../forge/tag-and-commit.ts';
import { tagMessage } from '../forge/tag-message.ts';

const Named = z.object({ name: TagName });

const Details = z.object({
  /** Of an annotated tag; the text of a lightweight one's commit is not about a release. */
  message: z.string().nullish(),
  /** Of an annotated tag, since GitLab 16.11. */
  created_at: z.unknown().optional(),
  release: z.object({}).nullish().catch(undefined),
  commit: z.object({ id: CommitId, committed_date: z.unknown().optional() }).nullish(),
});

/**
 * A tag as GitLab lists it.
 * @param page the public page of the project: a mere tag has no page among the releases
 */
export function readTag(element: unknown, page: string): Entry | undefined {
  const { data: named } = Named.safeParse(element);
  if (named === undefined) return undefined;
  const version = named.name;
  const { data: details } = Details.safeParse(element);
  if (details === undefined) return { listing: { version }, state: 'broken' };
  const { message, created_at: createdAt, commit, release } = details;
  const publishedAt = toInstant(createdAt) ?? toInstant(commit?.committed_date);
  return {
    listing: {
      version,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(commit && { commit: commit.id }),
      url: `${page}/-/tags/${encodeURIComponent(version)}`,
      notes: tagMessage(message ?? ''),
      notesFrom: 'tag',
    },
    ...(release && { isReleased: true }),
  };
}
