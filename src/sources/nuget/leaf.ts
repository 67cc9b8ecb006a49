import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';

const Text = z.string().optional().catch(undefined);
const LONGEST_AUTHORS = 256;

const Deprecation = z
  .object({
    reasons: z.array(z.string()).catch([]),
    message: Text,
    alternatePackage: z.object({ id: z.string(), range: Text }).optional().catch(undefined),
  })
  .optional()
  .catch(undefined);

// It becomes part of an address: what leads out of its place was never a version.
const Version = z.string().regex(/^(?!\.{1,2}$)[^\s/\\\p{Cc}]{1,255}$/u);

/** What a registration says of one version; only its version must be there. */
export const Leaf = z.object({
  catalogEntry: z.object({
    id: z.string().min(1).optional().catch(undefined),
    version: Version,
    published: Text,
    listed: z.boolean().optional().catch(undefined),
    authors: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
    deprecation: Deprecation,
    description: Text,
    licenseExpression: Text,
    projectUrl: Text,
    // Few feeds repeat here what only the package’s entry in the catalogue must have.
    packageHash: Text,
    packageHashAlgorithm: Text,
    packageSize: z.int().nonnegative().optional().catch(undefined),
  }),
});
export type Leaf = z.infer<typeof Leaf>;
type Entry = Leaf['catalogEntry'];

/**
 * An unlisted version is one that was yanked: search no longer shows it, what needs it still gets it, and it can come back.
 * https://learn.microsoft.com/nuget/nuget-org/policies/deleting-packages#unlisting-a-package
 */
export function isUnlisted({ catalogEntry }: Leaf): boolean {
  return catalogEntry.listed === false || /^1900-/.test(catalogEntry.published ?? '');
}

/** One version, in the spelling in which it is listed. The year 1900 of unlisted ones is no date, and lies before all. */
export function toListing(leaf: Leaf): Listing {
  const { version, published, authors, deprecation } = leaf.catalogEntry;
  const publishedAt = toInstant(published);
  const author = [authors ?? []].flat().join(', ');
  const assets = assetsOf(leaf.catalogEntry);
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    yanked: isUnlisted(leaf) && 'unlisted',
    deprecated: deprecation !== undefined && deprecationText(deprecation),
    ...(author.length <= LONGEST_AUTHORS && { author }),
    ...(assets !== undefined && { assets }),
  };
}

function deprecationText({ reasons, message, alternatePackage }: NonNullable<Entry['deprecation']>): string {
  const successor = alternatePackage && `use ${alternatePackage.id}`;
  const words = [reasons.join(', '), message?.trim(), successor].filter(Boolean);
  return words.join('; ') || 'deprecated';
}

function assetsOf({
  id,
  version,
  packageHash,
  packageHashAlgorithm,
  packageSize,
}: Entry): Asset[] | undefined {
  if (id === undefined || packageHash === undefined || packageHashAlgorithm === undefined) return undefined;
  if (!/^[\w+/]+={0,2}$/.test(packageHash)) return undefined;
  const digest = `${packageHashAlgorithm.toLowerCase()}:${Buffer.from(packageHash, 'base64').toString('hex')}`;
  const name = `${id}.${version}.nupkg`;
  return [{ name, ...(packageSize !== undefined && { size: packageSize }), digest }];
}
