import type { SaidOfPackage } from '../../core/to-upstream.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import { ImageConfig, MANIFEST_TYPES, Manifest, mainChild } from './manifest.ts';
import type { Registry } from './open-registry.ts';

/** What an image says of itself. */
export interface Described {
  readonly said: SaidOfPackage;
  readonly commit: string | undefined;
}

type Texts = ReadonlyMap<string, string>;

const ANNOTATION = 'org.opencontainers.image.';
const LABEL_SCHEMA = 'org.label-schema.';

/**
 * Reads the annotations of one image: of the index first, then of its manifest, then the labels of its configuration.
 * https://github.com/opencontainers/image-spec/blob/main/annotations.md
 * @param reference a tag or a digest
 * @throws HostError, FormatError
 */
export async function describeImage(registry: Registry, tag: string, reference: string): Promise<Described> {
  const index = await readManifest(registry, reference);
  const child = mainChild(index);
  const manifest = child === undefined ? index : await readManifest(registry, child);
  const labels = manifest.config === undefined ? new Map() : await readLabels(registry, manifest.config);
  return toDescription([index.annotations, manifest.annotations, ...(areOwn(labels, tag) ? [labels] : [])]);
}

async function readManifest(registry: Registry, reference: string): Promise<Manifest> {
  const url = registry.address(`/manifests/${reference}`);
  const { body } = await registry.ask(url, { expect: MANIFEST_TYPES });
  return Manifest.parse(readObject(body, url));
}

async function readLabels(registry: Registry, digest: string): Promise<Texts> {
  const url = registry.address(`/blobs/${digest}`);
  const { body } = await registry.ask(url, {});
  return ImageConfig.parse(readObject(body, url));
}

// What is no object says nothing.
function readObject(body: Uint8Array, subject: string): object {
  const json = parseJson(body, subject);
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
}

/** Whether labels are the image's own: those of the image that it was built from come along, and speak of another version. */
function areOwn(labels: Texts, tag: string): boolean {
  const version = labels.get(`${ANNOTATION}version`)?.replace(/^v(?=\d)/, '') ?? '';
  const own = tag.replace(/^v(?=\d)/, '');
  return version.startsWith(own) || own.startsWith(version);
}

function toDescription(places: readonly Texts[]): Described {
  const read = (...names: readonly string[]) =>
    places.flatMap((texts) => names.map((name) => texts.get(name)?.trim())).find((text) => text);
  const revision = read(`${ANNOTATION}revision`, `${LABEL_SCHEMA}vcs-ref`);
  return {
    said: {
      description: read(`${ANNOTATION}description`, `${LABEL_SCHEMA}description`),
      license: read(`${ANNOTATION}licenses`),
      homepage: read(`${ANNOTATION}url`, `${LABEL_SCHEMA}url`),
      repository: read(`${ANNOTATION}source`, `${LABEL_SCHEMA}vcs-url`),
    },
    commit: /^[0-9a-f]{7,64}$/.test(revision ?? '') ? revision : undefined,
  };
}
