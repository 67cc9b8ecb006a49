import { z } from 'zod';
import type { Upstream } from '../../core/upstream.ts';

/** What GitHub says of a repository itself. */
export const RepositoryFacts = z.object({
  id: z.string().min(1),
  nameWithOwner: z.string().min(1),
  description: z.string().nullable(),
  homepageUrl: z.string().nullable(),
  isArchived: z.boolean(),
  licenseInfo: z.object({ spdxId: z.string().nullable(), name: z.string() }).nullable(),
  latestRelease: z.object({ databaseId: z.int().nullable(), tagName: z.string().min(1) }).nullable(),
});
export type RepositoryFacts = z.infer<typeof RepositoryFacts>;

const LONGEST_DESCRIPTION = 1024;

/** The repository in our words; `id` outlives a rename, and differs where another repository took the old name. */
export function readUpstream(facts: RepositoryFacts): Upstream {
  const description = (facts.description ?? '').slice(0, LONGEST_DESCRIPTION).toWellFormed();
  const license = licenseOf(facts);
  const { homepageUrl, latestRelease } = facts;
  return {
    id: facts.id,
    name: facts.nameWithOwner,
    ...(description !== '' && { description }),
    ...(license !== undefined && { license }),
    ...(isWebAddress(homepageUrl) && { homepage: homepageUrl }),
    ...(facts.isArchived && { archived: true }),
    ...(latestRelease !== null && { tags: { latest: latestRelease.tagName } }),
  };
}

// NOASSERTION is GitHub's word for a licence that it does not recognise.
function licenseOf({ licenseInfo }: RepositoryFacts): string | undefined {
  const { spdxId = null, name = '' } = licenseInfo ?? {};
  const license = spdxId === null || spdxId === 'NOASSERTION' ? name : spdxId;
  return license === '' || license.length > 256 ? undefined : license;
}

// Owners write here what they like: a bare host name, a text, a script.
function isWebAddress(text: string | null): text is string {
  if (text === null || text.length > 2048 || !z.url().safeParse(text).success) return false;
  return /^https?:$/.test(new URL(text).protocol);
}
