import type { Listing } from '../../core/listing.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Upstream } from '../../core/upstream.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import type { Archive } from '../archive/read-changelog.ts';
import { withNotes } from '../archive/with-notes.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { type Detail, readDetail } from '../read-detail.ts';
import { readDocument } from '../read-document.ts';
import { AboutCrate } from './about-crate.ts';
import { indexPath } from './index-path.ts';
import { type IndexEntry, readIndex } from './read-index.ts';
import { type CargoRegistry, cargoAuthorization, crateUrl, readRegistry } from './registry.ts';

/** Registries of Rust crates that have a sparse index: crates.io, or another one. */
export const cargo = packageByPackage({
  id: 'cargo',
  title: 'crates.io',
  types: ['cargo'],
  gives: { date: 'publication', notes: 'changelog in the crate', digests: 'sha256', deletion: 'visible' },
  check: 'a conditional request for the crate’s file of the index',
  homes: 'index.crates.io; `repository_url` names the sparse index of another registry',
  example: { address: 'https://crates.io/crates/serde', purl: 'pkg:cargo/serde' },
  environment: {},
  home: 'https://index.crates.io',
  atOnce: 8,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { package: pkg, home } = asking;
  const request = { maxBytes: REGISTRY_DOCUMENT_BYTES, authorization: cargoAuthorization(asking, home) };
  const answer = await readDocument(asking, `${home}/${indexPath(pkg)}`, request);
  if (answer.status !== 'changed') return answer;

  const { entries, dropped } = readIndex(answer.reply.body, pkg.purl);
  const name = entries.findLast(({ details }) => details)?.details?.name ?? pkg.name;
  const registry = await readRegistry(asking);
  const detail = await readApi(asking, registry, name);
  const about = detail.status === 'read' ? detail.value : undefined;
  const reasons = yankReasons(asking, about);
  // Lines are in the order of publication.
  const newest = entries.findLast(({ details }) => details?.isYanked === false);
  return withNotes(asking, {
    listings: {
      upstream: upstreamOf(asking, name, about, newest),
      releases: leaveOutOld(
        entries.map((entry) => toListing(entry, about, reasons)),
        asking,
      ),
      complete: true,
      dropped,
    },
    receipts: [answer.receipt],
    archive: archiveOf(asking, registry, newest),
    isFinal: registry.status !== 'passing' && detail.status !== 'passing',
  });
}

function readApi(
  asking: Asking,
  { api }: CargoRegistry,
  name: string,
): Promise<Detail<AboutCrate>> | Detail<AboutCrate> {
  if (api === undefined) return { status: 'none' };
  // The list of versions alone: counting downloads and the like takes the registry longer.
  const url = `${api}/api/v1/crates/${name}?include=versions`;
  const authorization = cargoAuthorization(asking, url);
  const request = { maxBytes: REGISTRY_DOCUMENT_BYTES, authorization };
  return readDetail(asking.world.http, url, request, AboutCrate);
}

// What was known of the crate stays, if the API does not tell it now.
function upstreamOf(
  { held }: Asking,
  name: string,
  about: AboutCrate | undefined,
  newest: IndexEntry | undefined,
): Upstream {
  if (about === undefined) return { ...held?.upstream, name };
  const license = about.versions.get(newest?.version ?? '')?.license;
  return toUpstream({ ...about.crate, name, license });
}

function toListing(
  { version, details }: IndexEntry,
  about: AboutCrate | undefined,
  reasons: ReadonlyMap<string, string | undefined>,
): Listing {
  const publishedAt = details?.publishedAt ?? about?.versions.get(version)?.publishedAt;
  const listing = { version, ...(publishedAt !== undefined && { publishedAt }) };
  if (details === undefined) return listing;
  const { name, checksum, isYanked } = details;
  return {
    ...listing,
    yanked: isYanked && (reasons.get(version) ?? 'yanked'),
    assets: [{ name: `${name}-${version}.crate`, digest: `sha256:${checksum}` }],
  };
}

// Without the API nobody may tell when a version came out. One that stands before another that we hold was there when that
// one was read, and was too old then.
function leaveOutOld(listings: readonly Listing[], { since, held }: Asking): readonly Listing[] {
  const known = new Set(held?.releases.map(({ version }) => version));
  const last = listings.findLastIndex(({ version }) => known.has(version));
  return listings.filter(
    ({ version, publishedAt }, index) =>
      since === undefined || publishedAt !== undefined || known.has(version) || index > last,
  );
}

// The index only tells that a version is yanked. Without the API, the words that we hold stay.
function yankReasons({ held }: Asking, about: AboutCrate | undefined): Map<string, string | undefined> {
  if (about === undefined) return new Map(held?.releases.map(({ version, yanked }) => [version, yanked]));
  return new Map([...about.versions].map(([version, { yankMessage }]) => [version, yankMessage]));
}

function archiveOf(
  asking: Asking,
  { download }: CargoRegistry,
  newest: IndexEntry | undefined,
): Archive | undefined {
  if (download === undefined || newest?.details === undefined) return undefined;
  const { name, checksum } = newest.details;
  const url = crateUrl(download, name, newest.version, checksum);
  if (!/^https?:/.test(url)) return undefined;
  return { url, form: 'folder', authorization: cargoAuthorization(asking, url), identity: checksum };
}
