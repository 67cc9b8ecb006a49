import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';

const Text = z.string().optional().catch(undefined);
const Place = z.object({ type: Text, url: Text, reference: Text, shasum: Text }).optional().catch(undefined);

/** What a repository says of one version; only its version must be there. https://getcomposer.org/doc/04-schema.md */
export const Entry = z
  .object({
    name: Text,
    version: z
      .string()
      .max(255)
      .regex(/^\P{Cc}+$/u),
    description: Text,
    homepage: Text,
    license: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
    'published-time': Text,
    time: Text,
    source: Place,
    dist: Place,
    abandoned: z.union([z.boolean(), z.string()]).optional().catch(undefined),
  })
  .transform(({ 'published-time': published, time, abandoned, ...entry }) => ({
    ...entry,
    // The time of a tag is its commit’s, which may be years before it was published.
    publishedAt: toInstant(published) ?? toInstant(time),
    abandoned:
      abandoned === true || abandoned === '' ? 'abandoned' : abandoned && `abandoned; use ${abandoned}`,
  }));
export type Entry = z.infer<typeof Entry>;

/** A branch is no release, wherever a repository lists it. */
export function isBranch({ version }: Entry): boolean {
  return /^dev-|-dev$/i.test(version);
}

/** One version without its deprecation, which is the package’s. */
export function toListing(entry: Entry): Listing {
  const { version, publishedAt, source, dist } = entry;
  const commit = (source?.reference ?? dist?.reference ?? '').toLowerCase();
  const asset = assetOf(dist);
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(/^[0-9a-f]{7,64}$/.test(commit) && { commit }),
    ...(asset !== undefined && { assets: [asset] }),
  };
}

// Packagist gives no checksum, since forges make archives anew at every download; who keeps archives of their own does.
function assetOf(dist: Entry['dist']): Asset | undefined {
  const { url = '', shasum = '' } = dist ?? {};
  const name = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  if (name === '' || name.length > 255 || !/^[0-9a-f]{40}$/i.test(shasum)) return undefined;
  return { name, digest: `sha1:${shasum.toLowerCase()}` };
}
