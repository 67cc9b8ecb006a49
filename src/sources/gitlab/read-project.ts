import { z } from 'zod';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Project } from '../forge/forge.ts';

const Text = z.string().nullish().catch(undefined);

const Document = z.object({
  id: z.int(),
  path_with_namespace: z.string().min(1),
  description: Text,
  web_url: Text,
  archived: z.boolean().optional().catch(undefined),
  license: z.object({ key: Text, name: Text }).nullish().catch(undefined),
  releases_access_level: Text,
});

/** A project as GitLab describes it: its number outlives a rename, and differs where another project took the name. */
export function readProject(document: unknown): Project | undefined {
  const { data } = Document.safeParse(document);
  if (data === undefined) return undefined;
  const { license, releases_access_level: access } = data;
  return {
    upstream: toUpstream({
      id: String(data.id),
      name: data.path_with_namespace,
      description: data.description ?? '',
      // `other` is GitLab's word for a licence that it does not recognise.
      license: license?.key === 'other' ? '' : (license?.name ?? ''),
      repository: data.web_url ?? '',
      archived: data.archived,
    }),
    hasReleases: access !== 'disabled' && access !== 'private',
  };
}
