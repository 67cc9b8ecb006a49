import { z } from 'zod';
import { Digest } from './tag.ts';

const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** All that an image may be; what is not named, some registries convert to something older. */
export const MANIFEST_TYPES = [
  ...INDEX_TYPES,
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** Annotations, or the labels of an image; what is no text is left out. */
const Texts = z
  .record(z.string(), z.unknown())
  .transform((all) =>
    Object.entries(all).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  .transform((pairs): ReadonlyMap<string, string> => new Map(pairs))
  .nullish()
  .catch(undefined)
  .transform((texts) => texts ?? new Map<string, string>());

const Platform = z
  .object({ os: z.string(), architecture: z.string() })
  .transform(({ os, architecture }) => `${os}/${architecture}`)
  .optional()
  .catch(undefined);
const Child = z.object({ digest: Digest, platform: Platform });

/** An index or a manifest, as far as it is used. https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export const Manifest = z
  .object({
    annotations: Texts,
    manifests: z.array(Child.optional().catch(undefined)).optional().catch(undefined),
    config: z.object({ digest: Digest }).optional().catch(undefined),
  })
  .transform(({ annotations, manifests = [], config }) => ({
    annotations,
    children: manifests.filter((child) => child !== undefined),
    config: config?.digest,
  }));
export type Manifest = z.infer<typeof Manifest>;

/** The configuration of an image. https://github.com/opencontainers/image-spec/blob/main/config.md */
export const ImageConfig = z
  .object({ config: z.object({ Labels: Texts }).optional().catch(undefined) })
  .transform(({ config }) => config?.Labels ?? new Map<string, string>());

/** The image that speaks for an index: that of the most common platform, never an attestation (`unknown/unknown`). */
export function mainChild({ children }: Manifest): string | undefined {
  const images = children.filter(({ platform }) => platform !== 'unknown/unknown');
  return (images.find(({ platform }) => platform === 'linux/amd64') ?? images[0])?.digest;
}
