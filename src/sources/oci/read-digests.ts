import { inParallel } from '../../platform/in-parallel.ts';
import { failureOf } from '../failure-of.ts';
import { MANIFEST_TYPES } from './manifest.ts';
import type { Registry } from './open-registry.ts';
import { Digest, MediaType, type Tag } from './tag.ts';

export interface Digests {
  readonly found: ReadonlyMap<string, Tag>;
  /** Whether the registry failed in a way that may be over by the next run. */
  readonly isCutShort: boolean;
}

const AT_ONCE = 4;

/**
 * Asks what each tag points at. By HEAD alone: a GET would count as a download.
 * https://docs.docker.com/docker-hub/usage/pulls/
 */
export async function readDigests(registry: Registry, tags: readonly string[]): Promise<Digests> {
  const found = new Map<string, Tag>();
  for await (const tag of inParallel(tags, AT_ONCE, (name) => readDigest(registry, name))) {
    // A registry that is failing is not asked a hundred times more.
    if (tag === 'passing') return { found, isCutShort: true };
    if (tag !== 'lasting') found.set(tag.name, tag);
  }
  return { found, isCutShort: false };
}

async function readDigest(registry: Registry, name: string): Promise<Tag | 'lasting' | 'passing'> {
  try {
    const url = registry.address(`/manifests/${name}`);
    const { headers } = await registry.ask(url, { method: 'HEAD', accept: MANIFEST_TYPES.join(', ') });
    const digest = Digest.safeParse(headers.get('docker-content-digest')).data;
    const type = MediaType.safeParse(headers.get('content-type')?.split(';')[0]?.trim()).data;
    return { name, digest, type };
  } catch (error) {
    return failureOf(error);
  }
}
