import type { Listing, Listings } from '../../core/listing.ts';
import { packageName } from '../../core/package.ts';
import type { Receipt } from '../../platform/http/validators.ts';
import { fingerprint, type Memory } from '../memory.ts';
import type { Asking, Reading } from '../package-by-package.ts';
import type { Held, World } from '../source.ts';
import { type Archive, readChangelog, type Sections } from './read-changelog.ts';

type Reader = Pick<Asking, 'package' | 'memory' | 'held'> & { readonly world: Pick<World, 'http'> };

/** What the documents of a registry say, before any archive was opened. */
interface Said {
  readonly listings: Listings;
  /** Of these documents; one without a validator does not count. */
  readonly receipts: readonly Receipt[];
  /** The newest version's; undefined where it has none that could be read. */
  readonly archive: Archive | undefined;
  /** What else to remember. */
  readonly memory?: Memory;
  /** False where a document is stale, or failed for a while: the next run must not take it for unchanged. */
  readonly isFinal?: boolean;
}

/**
 * Adds the notes of the newest version's archive, which is read only where it is another one than the last time. If
 * reading fails there are none, and nothing is remembered where the failure may pass.
 */
export async function withNotes(
  { package: pkg, memory, held, world }: Reader,
  { listings, receipts: given, archive, memory: more, isFinal = true }: Said,
): Promise<Reading> {
  const receipts = given.filter(({ validator }) => validator.etag ?? validator.lastModified);
  const said = fingerprint(listings);
  const identity = fingerprint(archive?.identity);
  const isKnown = identity === memory?.['archive'];
  if (receipts.length === 0 && isKnown && said === memory?.['said']) return { status: 'unchanged' };

  const sections =
    archive === undefined || isKnown ? undefined : await readChangelog(world.http, archive, packageName(pkg));
  const complete = { status: 'listed', listings: join(listings, sections, held) } as const;
  // Without receipts and memory the next run reads everything again.
  if (!isFinal || sections?.status === 'passing') return { ...complete, receipts: [] };
  return { ...complete, receipts, memory: { ...more, said, archive: identity } };
}

// Notes stay unsaid where no changelog was read, and for versions that it does not mention. What we hold stays too: another
// branch, or a later version, has other words for an old one, though nobody edited what was published with it.
function join(listings: Listings, sections: Sections | undefined, held: Held | undefined): Listings {
  if (sections?.status !== 'read') return listings;
  const noted = held?.releases.filter(({ notes }) => notes !== undefined) ?? [];
  const known = new Set(noted.map(({ version }) => version));
  const releases = listings.releases.map((listing): Listing => {
    const notes = known.has(listing.version) ? undefined : sections.sections.get(listing.version);
    return notes === undefined ? listing : { ...listing, notes, notesFrom: 'changelog' };
  });
  return { ...listings, releases };
}
