import { z } from 'zod';
import type { Listing } from '../../core/listing.ts';
import { FormatError } from '../../platform/errors.ts';
import { parseXml } from '../parse-xml.ts';

/** What only the manifest of a version says. */
export interface Nuspec {
  readonly said: Pick<Listing, 'commit' | 'notes' | 'notesFrom'>;
  readonly repository: string | undefined;
}

const Text = z.string().trim().min(1).optional().catch(undefined);
const Manifest = z.object({
  package: z.object({
    metadata: z.object({
      releaseNotes: Text,
      repository: z.object({ '@url': Text, '@commit': Text }).optional().catch(undefined),
    }),
  }),
});

/**
 * Reads the manifest of one version. https://learn.microsoft.com/nuget/reference/nuspec
 * @throws FormatError for what is none
 */
export function parseNuspec(body: Uint8Array, subject: string): Nuspec {
  const { data, error } = Manifest.safeParse(parseXml(body, subject));
  if (error) throw new FormatError(`${subject}: the reply is no manifest of NuGet`, { cause: error });
  const { releaseNotes, repository } = data.package.metadata;
  const commit = repository?.['@commit']?.toLowerCase() ?? '';
  return {
    said: {
      ...(/^[0-9a-f]{7,64}$/.test(commit) && { commit }),
      ...(releaseNotes !== undefined && { notes: releaseNotes, notesFrom: 'release' as const }),
    },
    repository: repository?.['@url'],
  };
}
