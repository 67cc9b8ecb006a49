import type { Listings } from '../../../src/core/listing.ts';
import type { PackageRecord } from '../../../src/core/package-record.ts';
import type { Release } from '../../../src/core/release.ts';
import { oci } from '../../../src/sources/oci/oci.ts';
import type { LookUp } from '../../../src/sources/source.ts';
import { mergeListings } from '../../../src/store/merge.ts';
import type { Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { buildImage } from '../../upstream/oci-image.ts';
import { type RegistryOptions, type Repositories, registryHandler } from '../../upstream/oci-registry.ts';

export const TOOL = 'pkg:oci/tool?repository_url=registry.example/acme/tool';

/** The scene of a registry that answers for registry.example. */
export function atRegistry(
  repositories: Repositories,
  options: RegistryOptions = {},
  more: Partial<Setting> & Partial<Parameters<typeof worldAt>[1]> = {},
): Setting {
  const { credential, ...setting } = more;
  return {
    source: oci,
    handlers: [registryHandler(repositories, options)],
    world: (upstream) =>
      worldAt(upstream, {
        homes: { 'https://registry.example': '', 'https://quay.io': '', 'https://eu.gcr.io': '' },
        ...(credential && { credential }),
      }),
    ...setting,
  };
}

/** A repository acme/tool with an image of its own for each tag. */
export async function aRepository(tags: readonly string[]): Promise<Repositories> {
  const images = await Promise.all(
    tags.map(async (tag) => [tag, await buildImage({ content: tag })] as const),
  );
  return new Map([['acme/tool', new Map(images)]]);
}

/** What is held after this listing, by the rules of the store. */
export function hold(listings: Listings, before?: Held, at = '2026-03-01T00:00:00Z', since?: string): Held {
  const held: PackageRecord | undefined = before && { package: TOOL, importedAt: at, ...before };
  const merged = mergeListings(TOOL, held, listings, { at, since, isRolling: () => false });
  if (merged.status === 'refused') throw new Error(merged.reason);
  return merged.record;
}

type Held = NonNullable<LookUp['held']>;

/** Digests by version. */
export function digestsOf(
  releases: readonly Pick<Release, 'version' | 'assets'>[],
): Map<string, string | undefined> {
  return new Map(releases.map(({ version, assets }) => [version, assets?.[0]?.digest]));
}
