import { z } from 'zod';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Project } from '../forge/forge.ts';

const Text = z.string().nullish().catch(undefined);

const Document = z.object({
  id: z.int(),
  full_name: z.string().min(1),
  description: Text,
  website: Text,
  html_url: Text,
  archived: z.boolean().optional().catch(undefined),
  /** SPDX names, where the server looks for them. */
  licenses: z.array(z.string()).nullish().catch(undefined),
  has_releases: z.boolean().optional().catch(undefined),
});

/** A repository as Gitea describes it: its number outlives a rename, and differs where another one took the name. */
export function readRepository(document: unknown): Project | undefined {
  const { data } = Document.safeParse(document);
  if (data === undefined) return undefined;
  return {
    upstream: toUpstream({
      id: String(data.id),
      name: data.full_name,
      description: data.description ?? '',
      license: data.licenses?.join(', ') ?? '',
      homepage: data.website ?? '',
      repository: data.html_url ?? '',
      archived: data.archived,
    }),
    hasReleases: data.has_releases !== false,
  };
}
