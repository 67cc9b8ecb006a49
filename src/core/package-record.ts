import { z } from 'zod';
import { Instant } from './instant.ts';
import { Release } from './release.ts';
import { Upstream } from './upstream.ts';

/** The version of the layout of data/. A newer one is refused, an older one is migrated. */
export const FORMAT = 1;

const header = {
  format: z.literal(FORMAT),
  package: z.string().startsWith('pkg:'),
  split: z.literal('year').optional(),
  upstream: Upstream,
  importedAt: Instant,
  /** Releases published earlier were not asked for, so their absence says nothing. */
  since: Instant.optional(),
  unreachableAt: Instant.optional(),
  /** Since then a listing that lost many releases is refused without another word. */
  quarantinedAt: Instant.optional(),
  /** Upstream's id of another project that now answers under this name. */
  foreignId: z.string().min(1).optional(),
};

/** `<name>.json`: the header and, unless split, all releases. */
export const ReleaseFile = z
  .strictObject({ ...header, releases: z.array(Release) })
  .refine((file) => file.split === undefined || file.releases.length === 0, {
    error: 'a split file holds no releases of its own',
  });
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** `<name>@2026.json` or `<name>@2026-11.json`: the releases of one period. */
export const ReleaseShard = z.strictObject({
  format: z.literal(FORMAT),
  package: z.string().startsWith('pkg:'),
  releases: z.array(Release).min(1),
});
export type ReleaseShard = z.infer<typeof ReleaseShard>;

/** A package as we hold it in memory: all its files joined, releases newest first. */
export interface PackageRecord {
  readonly package: string;
  readonly upstream: Upstream;
  readonly importedAt: Instant;
  readonly since?: Instant | undefined;
  readonly unreachableAt?: Instant | undefined;
  readonly quarantinedAt?: Instant | undefined;
  readonly foreignId?: string | undefined;
  readonly releases: readonly Release[];
}
