import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Entry } from '../forge/forge.ts';
import { CommitId, TagName } from '../forge/tag-and-commit.ts';
import { tagMessage } from '../forge/tag-message.ts';

/** Read even of a tag that is broken otherwise: its date tells whether it is too old. */
const Named = z.object({
  name: TagName,
  commit: z.object({ created: z.unknown().optional() }).optional().catch(undefined),
});

const Details = z.object({
  /** The tag itself if it is annotated, else its commit. */
  id: CommitId,
  message: z.string().nullish(),
  commit: z.object({ sha: CommitId }),
});

/** A tag as Gitea lists it. */
export function readTag(element: unknown): Entry | undefined {
  const { data: named } = Named.safeParse(element);
  if (named === undefined) return undefined;
  const version = named.name;
  const publishedAt = toInstant(named.commit?.created);
  const dated = { version, ...(publishedAt !== undefined && { publishedAt }) };
  const { data: details } = Details.safeParse(element);
  if (details === undefined) return { listing: dated, state: 'broken' };
  const { id, message, commit } = details;
  // Of a lightweight tag it is the commit's message, which is not about a release.
  const isAnnotated = id !== commit.sha;
  return {
    listing: {
      ...dated,
      commit: commit.sha,
      notes: isAnnotated ? tagMessage(message ?? '') : '',
      notesFrom: 'tag',
    },
  };
}
