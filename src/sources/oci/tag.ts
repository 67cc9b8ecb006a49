import { z } from 'zod';
import type { Instant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Release } from '../../core/release.ts';

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export const TagName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/);
export const Digest = z.string().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/);
export const MediaType = z.string().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/);

/** A tag, as far as its registry tells. */
export interface Tag {
  readonly name: string;
  readonly digest?: string | undefined;
  readonly type?: string | undefined;
  readonly pushedAt?: Instant | undefined;
}

/**
 * A tag as a listing. What it points at is its one file, so that a tag which is pushed again is one change: the same name with
 * another digest. A rebuild moves no date either: what was published stays published.
 */
export function toListing(
  { name, digest, type, pushedAt }: Tag,
  held: Pick<Release, 'publishedAt'> | undefined,
): Listing {
  return {
    version: name,
    ...(held?.publishedAt === undefined && pushedAt !== undefined && { publishedAt: pushedAt }),
    ...(digest !== undefined && { assets: [{ name: 'manifest', digest, ...(type && { type }) }] }),
  };
}
