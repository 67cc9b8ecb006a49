import { compareText } from '../core/compare-text.ts';
import type { Listing } from '../core/listing.ts';
import { type Package, packageName } from '../core/package.ts';
import type { Release } from '../core/release.ts';
import { chooseChangelog } from '../versions/changelog/choose-changelog.ts';
import { saysNothing } from '../versions/changelog/says-nothing.ts';
import { splitChangelog } from '../versions/changelog/split-changelog.ts';
import { isOwnComponent, readTag } from '../versions/tag.ts';
import { failureOf } from './failure-of.ts';
import type { Memory } from './memory.ts';
import type { LookUp } from './source.ts';

/** How a forge shows the files of a repository. What goes wrong is thrown, as a HostError or a FormatError. */
export interface FilesAtTag {
  /** The names of the files in the root folder at a commit or tag, without folders and links. */
  readonly list: (ref: string) => Promise<readonly string[]>;
  /** The bytes of one of these files. */
  readonly read: (ref: string, name: string) => Promise<Uint8Array>;
}

/** The look-up that the listings answer; `memory` is what its last one left. */
export interface ChangelogAsking extends Pick<LookUp, 'package' | 'since' | 'held'> {
  readonly memory: Memory | undefined;
}

/** Listings, with the notes of a changelog where they had none of their own. */
export interface WithChangelog {
  readonly listings: readonly Listing[];
  /** False after a failure that may pass: then the caller must remember nothing that makes the next look-up “unchanged”. */
  readonly isFinal: boolean;
  /** To be remembered with the rest. */
  readonly memory: Memory;
}

type Sections = ReadonlyMap<string, string>;

interface Changelog {
  readonly sections: Sections;
  readonly status: 'read' | 'lasting' | 'passing';
}

const NONE: Changelog = { sections: new Map(), status: 'read' };

/**
 * Looks for the notes of releases that have none, or only a link to a comparison, in the changelog of the repository. One file
 * is read, at the newest of the tags whose notes we do not know: it covers the older ones too.
 */
export async function addChangelogNotes(
  listings: readonly Listing[],
  asking: ChangelogAsking,
  files: FilesAtTag,
): Promise<WithChangelog> {
  const held = new Map(asking.held?.releases.map((release) => [release.version, release]));
  const newest = newestUnknown(listings, held, asking);
  const ref = newest && refOf(newest);
  const known = asking.memory?.['changelog'];
  const changelog =
    ref === undefined || ref === known ? NONE : await readChangelog(ref, files, packageName(asking.package));
  const remembered = changelog.status === 'passing' ? known : (ref ?? known);
  return {
    listings: listings.map((listing) => addNotes(listing, held.get(listing.version), changelog, asking)),
    isFinal: changelog.status !== 'passing',
    memory: remembered === undefined ? {} : { changelog: remembered },
  };
}

// A tag may move, and a branch may have its name: the commit is certain.
function refOf({ commit, version }: Listing): string {
  return commit ?? version;
}

function newestUnknown(
  listings: readonly Listing[],
  held: ReadonlyMap<string, Release>,
  { package: pkg, since }: ChangelogAsking,
): Listing | undefined {
  let newest: Listing | undefined;
  for (const listing of listings) {
    const { publishedAt = '' } = listing;
    const isTooOld = since !== undefined && publishedAt !== '' && publishedAt < since;
    const isKnown = held.get(listing.version)?.notesFrom !== undefined;
    if (!lacksNotes(listing) || isTooOld || isKnown || versionIn(listing, pkg) === undefined) continue;
    if (newest === undefined || compareText(publishedAt, newest.publishedAt ?? '') > 0) newest = listing;
  }
  return newest;
}

async function readChangelog(ref: string, files: FilesAtTag, name: string): Promise<Changelog> {
  try {
    const file = chooseChangelog(await files.list(ref));
    if (file === undefined) return NONE;
    // A name in an old encoding must not cost the notes.
    const text = new TextDecoder().decode(await files.read(ref, file));
    return { sections: splitChangelog(text, name), status: 'read' };
  } catch (error) {
    return { ...NONE, status: failureOf(error) };
  }
}

// What upstream says itself goes before a changelog, even where it said something and now says nothing: that is an edit.
function addNotes(
  listing: Listing,
  held: Release | undefined,
  { sections, status }: Changelog,
  { package: pkg }: ChangelogAsking,
): Listing {
  if (!lacksNotes(listing)) return listing;
  if (held?.notesFrom === 'changelog') return withoutNotes(listing);
  if (held?.notes !== undefined) return listing;
  const notes = sections.get(versionIn(listing, pkg) ?? '');
  if (notes !== undefined) return { ...listing, notes, notesFrom: 'changelog' };
  return status === 'passing' ? withoutNotes(listing) : listing;
}

function withoutNotes({ notes: _, notesFrom: __, ...listing }: Listing): Listing {
  return listing;
}

// The one changelog in the root says nothing of a monorepo's other components.
function versionIn({ version }: Listing, { name }: Package): string | undefined {
  const tagged = readTag(version);
  return isOwnComponent(tagged?.component, [name]) ? tagged?.version : undefined;
}

function lacksNotes({ notes }: Listing): boolean {
  return notes !== undefined && saysNothing(notes);
}
