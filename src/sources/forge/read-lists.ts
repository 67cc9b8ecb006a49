import { compareText } from '../../core/compare-text.ts';
import type { Listing } from '../../core/listing.ts';
import type { HostError } from '../../platform/errors.ts';
import type { Memory } from '../memory.ts';
import type { Asking } from '../package-by-package.ts';
import type { Held } from '../source.ts';
import { findMereTags } from './find-mere-tags.ts';
import type { Entry, Forge, ListKind } from './forge.ts';
import { type FirstPage, readFirstPage } from './read-first-page.ts';
import { readList, type WholeList } from './read-list.ts';

/** The releases of a project, or where it has none its tags. */
export interface Lists {
  readonly listings: readonly Listing[];
  readonly dropped: number;
  readonly isWhole: boolean;
  /** What makes the next look-up “unchanged”; empty where this one was not whole. */
  readonly memory: Memory;
}

type ListRead =
  | { readonly status: 'refused'; readonly error: HostError }
  | { readonly status: 'read'; readonly list: WholeList; readonly memory: Memory };

/** A list whose first page was read already. */
export interface Probed {
  readonly kind: ListKind;
  readonly first: FirstPage;
}

/**
 * Reads them to the last page.
 * @param hasReleases false where the owner has turned releases off: then there are only tags
 * @throws HostError, FormatError
 */
export async function readLists(
  { world: { http }, held }: Asking,
  forge: Forge,
  hasReleases: boolean,
  probed: Probed,
): Promise<Lists> {
  const read = async (kind: ListKind): Promise<ListRead> => {
    const first = probed.kind === kind ? probed.first : await readFirstPage(http, forge, kind);
    if (first.status === 'refused') return first;
    return { status: 'read', list: await readList(http, forge, kind, first.page), memory: first.memory };
  };
  const releases = await read('releases');
  if (releases.status === 'refused' && hasReleases) throw releases.error;
  const entries = entriesOf(releases);
  const known = versionsHeld(held);
  const shown = entries.filter((entry) => isShown(entry, known));
  if (shown.length === 0) {
    const tags = await read('tags');
    const unpublished = versionsOf(entries);
    const published = entriesOf(tags).filter(({ listing }) => !unpublished.has(listing.version));
    return toLists(published.map(toListing), 'tags', { releases, tags });
  }
  const mereTags = findMereTags(held, versionsOf(entries));
  const tags = mereTags.size > 0 ? await read('tags') : undefined;
  const kept = entriesOf(tags).filter(({ listing }) => mereTags.has(listing.version));
  const listings = [...shown.map(toListing), ...kept.map(withoutNotes)];
  return toLists(listings, 'releases', { releases, tags });
}

function versionsHeld(held: Held | undefined): ReadonlySet<string> {
  const present = held?.releases.filter(({ withdrawnAt }) => withdrawnAt === undefined) ?? [];
  return new Set(present.map(({ version }) => version));
}

function entriesOf(read: ListRead | undefined): readonly Entry[] {
  return read?.status === 'read' ? read.list.entries : [];
}

function versionsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ listing }) => listing.version));
}

// What was public once, and is now announced for later, is still there.
function isShown({ state, listing }: Entry, known: ReadonlySet<string>): boolean {
  return state === 'upcoming' ? known.has(listing.version) : state !== 'draft';
}

// Nothing is said of an upcoming release before its time.
function toListing({ listing, state }: Entry): Listing {
  return state === 'upcoming' ? { version: listing.version } : listing;
}

// A tag among releases is one that we held before there were any. Its notes would make the list one of tags.
function withoutNotes({ listing: { notes: _, notesFrom: __, ...listing } }: Entry): Listing {
  return listing;
}

/** @param main the list that the next look-up checks */
function toLists(
  listings: readonly Listing[],
  main: ListKind,
  read: { readonly releases: ListRead; readonly tags: ListRead | undefined },
): Lists {
  const lists = [read.releases, read.tags].flatMap((part) => (part?.status === 'read' ? part.list : []));
  const entries = lists.flatMap((list) => list.entries);
  const broken = entries.filter(({ state }) => state === 'broken').length;
  const isWhole = lists.every((list) => list.isWhole) && read.tags?.status !== 'refused';
  const upcoming = entries.filter(({ state }) => state === 'upcoming');
  const [due] = upcoming.map(({ listing }) => listing.publishedAt ?? '').sort(compareText);
  const checked = read[main];
  const memory = isWhole && checked?.status === 'read' ? checked.memory : undefined;
  return {
    listings,
    dropped: lists.reduce((sum, { dropped }) => sum + dropped, broken),
    isWhole,
    memory: memory === undefined ? {} : { ...memory, ...(due !== undefined && { upcoming: due }) },
  };
}
