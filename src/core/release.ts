import { z } from 'zod';
import { compareText } from './compare-text.ts';
import { Instant } from './instant.ts';
import { WebAddress } from './web-address.ts';

/** One file of a release. `digest` is `algorithm:value` as upstream writes it (`sha256:<hex>`, `sha512-<base64>` for npm's integrity). */
export const Asset = z.strictObject({
  name: z.string().min(1).max(1024),
  size: z.int().nonnegative().optional(),
  digest: z.string().min(1).max(256).optional(),
  type: z.string().min(1).max(256).optional(),
});
export type Asset = z.infer<typeof Asset>;

/** What we hold about one version of one package. Key order here is key order on disk. */
export const Release = z.strictObject({
  version: z.string().min(1).max(1024),
  /** Upstream's own id, where a version can be deleted and made again. */
  id: z.string().min(1).optional(),
  publishedAt: Instant.optional(),
  seenAt: Instant,
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  prerelease: z.literal(true).optional(),
  yanked: z.string().min(1).optional(),
  deprecated: z.string().min(1).optional(),
  missingSince: Instant.optional(),
  withdrawnAt: Instant.optional(),
  /** Upstream vouches that tag and assets can no longer change. */
  immutable: z.literal(true).optional(),
  /** The predicate type of a build attestation that upstream publishes for this version. */
  provenance: z.string().min(1).optional(),
  url: WebAddress.optional(),
  title: z.string().min(1).optional(),
  author: z.string().min(1).optional(),
  assets: z.array(Asset).min(1).optional(),
  notes: z.array(z.string()).min(1).optional(),
  notesCut: z.string().optional(),
  notesFrom: z.enum(['release', 'tag', 'changelog', 'feed']).optional(),
});
export type Release = z.infer<typeof Release>;

/** When it came out: upstream's word, unless we had seen it by then. So what is dated anew is not announced anew. */
export function releasedAt({ publishedAt, seenAt }: Pick<Release, 'publishedAt' | 'seenAt'>): Instant {
  return publishedAt !== undefined && publishedAt < seenAt ? publishedAt : seenAt;
}

type Dated = Pick<Release, 'publishedAt' | 'seenAt' | 'version'>;

/** The total order of releases on disk and in feeds: newest first, ties by version text. */
export function newestFirst(a: Dated, b: Dated): -1 | 0 | 1 {
  return compareText(releasedAt(b), releasedAt(a)) || compareText(b.version, a.version);
}
