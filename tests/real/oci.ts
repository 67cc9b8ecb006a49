/**
 * Reads images of our own from Debian's container registry, by the source as it is. By hand:
 *
 *     apt-get install docker-registry skopeo
 *     node tests/real/oci.ts
 *
 * The registry runs on loopback in a temporary folder; nothing else is asked.
 */
import assert from 'node:assert/strict';
import type { Instant } from '../../src/core/instant.ts';
import type { Listings } from '../../src/core/listing.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import type { Asset } from '../../src/core/release.ts';
import { oci } from '../../src/sources/oci/oci.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { mergeListings } from '../../src/store/merge.ts';
import { listingsOf, lookUpOnce } from '../contract/scene.ts';
import { worldAt } from '../contract/world-at.ts';
import { buildImage, INDEX, MANIFEST, type OciImage } from '../upstream/oci-image.ts';
import { ACCOUNT, type DockerRegistry, withDockerRegistry } from './docker-registry.ts';

const KEY = 'org.opencontainers.image';
const COMMIT = 'c0ffee'.repeat(7).slice(0, 40);
const LABELS = {
  [`${KEY}.source`]: 'https://github.com/acme/app',
  [`${KEY}.description`]: 'An image of our own',
  [`${KEY}.licenses`]: 'MIT',
  [`${KEY}.revision`]: COMMIT,
};

await withDockerRegistry({ isPrivate: false }, checkPublic);
await withDockerRegistry({ isPrivate: true }, checkPrivate);

async function checkPublic(registry: DockerRegistry): Promise<void> {
  const purl = purlOf(registry, 'acme/app');
  const images = {
    '1.0.0': await buildImage({ content: 'first' }),
    '1.1.0': await buildImage({
      content: 'second',
      platforms: ['linux/amd64', 'linux/arm64'],
      labels: LABELS,
    }),
  };
  for (const [tag, image] of Object.entries(images)) await registry.push(image, `acme/app:${tag}`);
  await registry.push(images['1.1.0'], 'acme/app:1.1');
  await registry.push(images['1.1.0'], 'acme/app:latest');
  await registry.push(images['1.0.0'], `acme/app:sha256-${'a'.repeat(64)}.sig`);

  const { lookUp, requests } = openLookUps(registry, purl);
  const first = listingsOf(await lookUp());
  const versions = first.releases.map(({ version }) => version);
  assert.deepEqual(versions, ['1.1.0', '1.1', '1.0.0', 'latest']);
  assert.deepEqual(manifestOf(first, '1.0.0'), {
    name: 'manifest',
    digest: images['1.0.0'].digest,
    type: MANIFEST,
  });
  assert.deepEqual(manifestOf(first, 'latest'), {
    name: 'manifest',
    digest: images['1.1.0'].digest,
    type: INDEX,
  });
  const inspected = await registry.skopeo('inspect', 'acme/app:latest', '--format', '{{.Digest}}');
  assert.equal(manifestOf(first, 'latest')?.digest, inspected, 'skopeo sees the same digest');
  assert.deepEqual(first.upstream, {
    name: `http://${registry.host}/acme/app`,
    description: 'An image of our own',
    license: 'MIT',
    repository: 'https://github.com/acme/app',
  });
  assert.equal(first.releases[0]?.commit, COMMIT);
  tell('tags, digests and labels', versions);

  let record = merge(purl, undefined, first, '2026-01-01T00:00:00Z').record;
  tell('requests of a first import', requests());
  assert.equal((await lookUp(record)).status, 'unchanged');
  tell('requests after a second look, where nothing changed', requests());

  const rebuilt = await buildImage({ content: 'first, rebuilt' });
  await registry.push(rebuilt, 'acme/app:1.0.0');
  const second = listingsOf(await lookUp(record));
  const pushed = merge(purl, record, second, '2026-01-03T00:00:00Z');
  assert.deepEqual(
    pushed.changes.map(({ kind, version, subject, before, after }) => [
      kind,
      version,
      subject,
      before,
      after,
    ]),
    [['rebuilt', '1.0.0', 'manifest', images['1.0.0'].digest, rebuilt.digest]],
  );
  tell('a tag that was pushed again', pushed.changes);
  record = pushed.record;

  await registry.skopeo('delete', 'acme/app:1.0.0');
  const third = listingsOf(await lookUp(record));
  const lost = merge(purl, record, third, '2026-01-04T00:00:00Z');
  const withdrawn = merge(purl, lost.record, third, '2026-01-06T00:00:00Z');
  assert.deepEqual(
    withdrawn.changes.map(({ kind, version }) => [kind, version]),
    [['withdrawn', '1.0.0']],
  );
  tell('a tag that was deleted', withdrawn.changes);

  await checkMany(registry, images['1.1.0']);
  const gone = await openLookUps(registry, purlOf(registry, 'acme/none')).lookUp();
  assert.equal(gone.status, 'gone');
  tell('an image that is not there', gone);
}

/** More tags than one run asks about. */
async function checkMany(registry: DockerRegistry, image: OciImage): Promise<void> {
  await registry.push(image, 'acme/many:1.0.0');
  const { type, bytes } = image.documents.get(image.digest) ?? assert.fail();
  for (let patch = 1; patch < 250; patch += 1) {
    const url = `${registry.origin}/v2/acme/many/manifests/1.0.${patch}`;
    const body = new Uint8Array(bytes);
    const { status } = await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body });
    assert.equal(status, 201);
  }
  const purl = purlOf(registry, 'acme/many');
  const { lookUp } = openLookUps(registry, purl);
  let record: PackageRecord | undefined;
  for (let run = 1; run <= 4; run += 1) {
    const listings = listingsOf(await lookUp(record));
    assert.equal(listings.releases.length, 250);
    record = merge(purl, record, listings, '2026-01-01T00:00:00Z').record;
    const known = record.releases.filter(({ assets }) => assets !== undefined).length;
    tell(`digests known after run ${run}`, known);
  }
  assert.ok(record?.releases.every(({ assets }) => assets?.[0]?.digest === image.digest));
}

async function checkPrivate(registry: DockerRegistry): Promise<void> {
  await registry.push(await buildImage({ content: 'private' }), 'acme/app:1.0.0');
  const purl = purlOf(registry, 'acme/app');
  const refused = await openLookUps(registry, purl).lookUp();
  assert.ok(refused.status === 'failed' && refused.error.status === 401);
  tell('a private image without a credential', [refused.error.message, refused.error.remedy]);
  const { releases } = listingsOf(await openLookUps(registry, purl, ACCOUNT).lookUp());
  assert.deepEqual(
    releases.map(({ version }) => version),
    ['1.0.0'],
  );
  tell('a private image with one', releases);
}

/** Looks an image up as runs would: what is to be remembered is. */
function openLookUps({ origin, host }: DockerRegistry, purl: string, credential?: typeof ACCOUNT) {
  const server = { origin, host, asked: [], close: async () => {} };
  const world = worldAt(server, { homes: {}, ...(credential && { credential }) });
  const lookUp = async (held?: PackageRecord): Promise<Fetched> => {
    const fetched = await lookUpOnce(oci, world, purl, held && { held });
    for (const receipt of fetched.status === 'listed' ? fetched.receipts : []) {
      await world.validators.remember(receipt);
    }
    return fetched;
  };
  return { lookUp, requests: () => world.http.requests().get(host) };
}

function merge(purl: string, held: PackageRecord | undefined, listings: Listings, at: Instant) {
  const isRolling = (version: string) => version === 'latest';
  const merged = mergeListings(purl, held, listings, { at, since: undefined, isRolling, isImage: true });
  return merged.status === 'merged' ? merged : assert.fail(merged.reason);
}

function purlOf({ origin }: DockerRegistry, name: string): string {
  return `pkg:oci/${name.split('/').at(-1)}?repository_url=${origin}/${name}`;
}

function manifestOf({ releases }: Listings, tag: string): Asset | undefined {
  return releases.find(({ version }) => version === tag)?.assets?.[0];
}

function tell(what: string, seen: unknown): void {
  console.log(`${what}: ${JSON.stringify(seen)}`);
}
