import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';

const Dist = z.object({
  tarball: z.string().nullish(),
  integrity: z.string().nullish(),
  shasum: z.string().nullish(),
  attestations: z.object({ provenance: z.object({ predicateType: z.string().min(1) }).nullish() }).nullish(),
});

/** What the document says of one version, as far as it is used. */
export const Manifest = z
  .object({ deprecated: z.union([z.string(), z.boolean()]).nullish(), dist: Dist.nullish() })
  .transform(({ deprecated, dist }) => ({
    deprecated: reason(deprecated ?? false),
    digest: digestOf(dist?.integrity ?? '', dist?.shasum ?? ''),
    tarball: dist?.tarball ?? undefined,
    provenance: dist?.attestations?.provenance?.predicateType,
  }));
export type Manifest = z.infer<typeof Manifest>;

const SHA512 = /(?:^|\s)(sha512-[\w+/]{86}==)(?:\s|\?|$)/;
const SHA1_HEX = /^[\da-f]{40}$/i;

// `npm undeprecate` leaves an empty text behind.
function reason(deprecated: string | boolean): string | false {
  if (deprecated === true) return 'deprecated';
  return deprecated === false ? false : deprecated.trim() || false;
}

// One form for both: https://www.w3.org/TR/SRI/#the-integrity-attribute
function digestOf(integrity: string, shasum: string): string | undefined {
  const sha512 = SHA512.exec(integrity)?.[1];
  if (sha512 !== undefined) return sha512;
  return SHA1_HEX.test(shasum) ? `sha1-${Buffer.from(shasum, 'hex').toString('base64')}` : undefined;
}

/**
 * A version as a listing. Without a manifest only its existence and its time are said.
 * @param name the package, with its scope
 */
export function toListing(
  name: string,
  version: string,
  time: unknown,
  manifest: Manifest | undefined,
): Listing {
  const publishedAt = toInstant(time);
  const existence = { version, ...(publishedAt !== undefined && { publishedAt }) };
  if (manifest === undefined) return existence;
  const { deprecated, digest, provenance } = manifest;
  const file = `${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  return {
    ...existence,
    deprecated,
    ...(provenance !== undefined && { provenance }),
    assets: [{ name: file, ...(digest !== undefined && { digest }) }],
  };
}
