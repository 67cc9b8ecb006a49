import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makeTar } from './tarball.ts';

/** A document of a registry: an index, a manifest, a configuration or a layer. */
export interface Document {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** An image with all that it is made of. */
export interface OciImage {
  /** Of its index, or of its manifest where it has no index. */
  readonly digest: string;
  readonly documents: ReadonlyMap<string, Document>;
}

export interface ImagePlan {
  /** What it is made from: images of one content are one image. */
  readonly content: string;
  /** `os/architecture`; one without an index if there is one, with an index otherwise. */
  readonly platforms?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Further labels of one platform. */
  readonly labelsOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly indexAnnotations?: Readonly<Record<string, string>>;
}

const OCI = 'application/vnd.oci.image';
export const INDEX = `${OCI}.index.v1+json`;
export const MANIFEST = `${OCI}.manifest.v1+json`;

/** Builds an image as a tool would: layers, configurations, manifests and, for several platforms, an index. */
export async function buildImage(plan: ImagePlan): Promise<OciImage> {
  const { platforms = ['linux/amd64'], indexAnnotations } = plan;
  const documents = new Map<string, Document>();
  const put = (type: string, bytes: Uint8Array) => {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    documents.set(digest, { type, bytes });
    return { mediaType: type, digest, size: bytes.length };
  };
  const putJson = (type: string, value: object) => put(type, Buffer.from(JSON.stringify(value)));

  const manifests = [];
  for (const name of platforms) {
    const [os = '', architecture = ''] = name.split('/');
    const archive = await makeTar({ content: `${plan.content} ${name}\n` });
    const layer = put(`${OCI}.layer.v1.tar+gzip`, gzipSync(archive));
    const diff = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
    const config = putJson(`${OCI}.config.v1+json`, {
      os,
      architecture,
      created: '1970-01-01T00:00:00Z',
      config: { Labels: { ...plan.labels, ...plan.labelsOf?.[name] } },
      rootfs: { type: 'layers', diff_ids: [diff] },
    });
    const { annotations } = plan;
    const manifest = { schemaVersion: 2, mediaType: MANIFEST, config, layers: [layer], annotations };
    manifests.push({ ...putJson(MANIFEST, manifest), platform: { os, architecture } });
  }

  const [only] = manifests;
  if (manifests.length === 1 && only !== undefined) return { digest: only.digest, documents };
  const index = { schemaVersion: 2, mediaType: INDEX, manifests, annotations: indexAnnotations };
  return { digest: putJson(INDEX, index).digest, documents };
}
