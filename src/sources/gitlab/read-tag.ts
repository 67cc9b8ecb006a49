import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Entry } from '../forge/forge.ts';
import { CommitId, TagName } from '../forge/tag-and-commit.ts';
import { tagMessage } from '../forge/tag-message.ts';

/** Read even of a tag that is broken otherwise: its date tells whether it is too old. */
const Named = z.object({
  name: TagName,
  /** Of an annotated tag, since GitLab 16.11. */
  created_at: z.unknown().optional(),
  commit: z.object({ committed_date: z.unknown().optional() }).nullish().catch(undefined),
});

const Details = z.object({
  /** Of an annotated tag; the text of a lightweight one's commit is not about a release. */
  message: z.string().nullish(),
  release: z.object({}).nullish().catch(undefined),
  commit: z.object({ id: CommitId }).nullish(),
});

/**
 * A tag as GitLab lists it.
 * @param page the public page of the project: a mere tag has no page among the releases
 */
export function readTag(element: unknown, page: string): Entry | undefined {
  const { data: named } = Named.safeParse(element);
  if (named === undefined) return undefined;
  const version = named.name;
  const publishedAt = toInstant(named.created_at) ?? toInstant(named.commit?.committed_date);
  const dated = { version, ...(publishedAt !== undefined && { publishedAt }) };
  const { data: details } = Details.safeParse(element);
  if (details === undefined) return { listing: dated, state: 'broken' };
  const { message, commit, release } = details;
  return {
    listing: {
      ...dated,
      ...(commit && { commit: commit.id }),
      url: `${page}/-/tags/${encodeURIComponent(version)}`,
      notes: tagMessage(message ?? ''),
      notesFrom: 'tag',
    },
    ...(release && { isReleased: true }),
  };
}
