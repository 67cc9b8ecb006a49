import type { Listing, Listings } from '../../core/listing.ts';
import { type Package, packageName } from '../../core/package.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import { fingerprint, recall, toReceipt } from '../memory.ts';
import type { Fetched, LookUp, World } from '../source.ts';
import type { NpmRegistries } from './npm-registries.ts';
import { type Changelog, readChangelog } from './read-changelog.ts';
import { readDocument } from './read-document.ts';
import { type Packument, readPackument } from './read-packument.ts';

type Reach = Pick<World, 'http' | 'validators'> & { readonly registries: NpmRegistries };

const GONE = new Set([404, 410, 451]);
const REFUSED = new Set([401, 403]);

/** Looks up one package. Whatever the registry does wrong is an answer, never thrown. */
export async function lookUpPackage(lookUp: LookUp, reach: Reach): Promise<Fetched> {
  try {
    return await read(lookUp, reach);
  } catch (error) {
    if (error instanceof HostError) return judge(error, lookUp.package);
    if (error instanceof FormatError) return { status: 'failed', error };
    throw error;
  }
}

async function read({ package: pkg, since, fresh }: LookUp, reach: Reach): Promise<Fetched> {
  const { validators, registries } = reach;
  const url = registries.documentUrl(pkg);
  const key = `npm ${url}`;
  const memory = fresh ? undefined : await recall(validators, key, since);
  const reading = await readDocument(pkg, { ...reach, fresh: memory === undefined });
  if (reading.status === 'unchanged') return reading;
  const packument = readPackument(reading.document, packageName(pkg), since);
  if (packument === undefined) return { status: 'gone', reason: 'all of it was unpublished', code: 410 };
  const listing = fingerprint(packument.listings);
  if (reading.receipt === undefined && listing === memory?.['listing']) return { status: 'unchanged' };

  const archive = fingerprint(packument.latest?.digest ?? packument.latest?.tarball);
  const changelog = archive === memory?.['archive'] ? undefined : await changelogOf(pkg, packument, reach);
  const isFinal = !isStale(packument, reading.announced) && changelog?.status !== 'passing';
  const receipts = [
    ...(reading.receipt ? [reading.receipt] : []),
    toReceipt(key, since, { listing, archive }),
  ];
  return {
    status: 'listed',
    listings: withNotes(packument.listings, changelog),
    // Without receipts the next run reads everything again.
    receipts: isFinal ? receipts : [],
  };
}

// Both documents are cached, each by itself: the full one may be minutes older than the abbreviated one.
function isStale({ modified }: Packument, announced: string | undefined): boolean {
  return modified !== undefined && announced !== undefined && modified < announced;
}

async function changelogOf(pkg: Package, { latest }: Packument, reach: Reach): Promise<Changelog> {
  const { http, registries } = reach;
  return latest?.tarball === undefined
    ? { status: 'failed' }
    : readChangelog(pkg, latest.tarball, http, registries);
}

// Notes stay unsaid where no changelog was read, and for versions that it does not mention.
function withNotes(listings: Listings, changelog: Changelog | undefined): Listings {
  if (changelog === undefined) return listings;
  if (changelog.status !== 'read') return { ...listings, dropped: listings.dropped + 1 };
  const releases = listings.releases.map((listing): Listing => {
    const notes = changelog.sections.get(listing.version);
    return notes === undefined ? listing : { ...listing, notes, notesFrom: 'changelog' };
  });
  return { ...listings, releases };
}

function judge(error: HostError, pkg: Package): Fetched {
  const { status } = error;
  if (status !== undefined && GONE.has(status)) {
    return { status: 'gone', reason: 'the registry has no such package', code: status };
  }
  if (status === undefined || !REFUSED.has(status)) return { status: 'failed', error };
  const signIn = new HostError(`npm ${packageName(pkg)}: the registry answered ${status}`, {
    cause: error,
    status,
    remedy: 'sign in with `npm login`, or give npm a token that may read this package',
  });
  return { status: 'failed', error: signIn };
}
