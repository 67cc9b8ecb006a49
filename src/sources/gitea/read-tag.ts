import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Entry } from '../forge/forge.ts';
import { CommitId, TagName } from '../forge/tag-and-commit.ts';
import { tagMessage } from '../forge/tag-message.ts';

const Named = z.object({ name: TagName });

const Details = z.object({
  /** The tag itself if it is annotated, else its commit. */
  id: CommitId,
  message: z.string().nullish(),
  commit: z.object({ sha: CommitId, created: z.unknown().optional() }),
});

/** A tag as Gitea lists it. */
export function readTag(element: unknown): Entry | undefined {
  const { data: named } = Named.safeParse(element);
  if (named === undefined) return undefined;
  const version = named.name;
  const { data: details } = Details.safeParse(element);
  if (details === undefined) return { listing: { version }, state: 'broken' };
  const { id, message, commit } = details;
  const publishedAt = toInstant(commit.created);
  // Of a lightweight tag it is the commit's message, which is not about a release.
  const isAnnotated = id !== commit.sha;
  return {
    listing: {
      version,
      ...(publishedAt !== undefined && { publishedAt }),
      commit: commit.sha,
      notes: isAnnotated ? tagMessage(message ?? '') : '',
      notesFrom: 'tag',
    },
  };
}
