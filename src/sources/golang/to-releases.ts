import type { Listing } from '../../core/listing.ts';
import type { Held } from '../source.ts';
import { type GoMod, retractionOf } from './go-mod.ts';
import { highest } from './go-version.ts';
import type { Dates } from './read-dates.ts';
import type { VersionList } from './read-lists.ts';
import type { Mods } from './read-mods.ts';
import type { Notes } from './read-notes.ts';

/** All that was read beside the lists. What was not read this time stays unsaid. */
interface Details {
  readonly mods: Mods;
  readonly dates: Dates;
  readonly notes: Notes;
}

/** What the proxy says of each version, in the order of the lists. */
export function toReleases(
  held: Held | undefined,
  lists: readonly VersionList[],
  details: Details,
): Listing[] {
  const releases = new Map(unlisted(held).map((listing) => [listing.version, listing]));
  const isHeld = new Set(held?.releases.map(({ version }) => version));
  for (const { module, versions } of lists) {
    const marks = marksOf(details.mods.byModule.get(module.path), versions);
    for (const version of versions) {
      // What is older than what is wanted is left out; but if it is held without a date, it would look withdrawn.
      if (details.dates.leftOut.has(version) && !isHeld.has(version)) continue;
      releases.set(version, { ...toListing(version, details), ...marks(version) });
    }
  }
  return [...releases.values()];
}

// A proxy has all that it ever served, though its list may forget a version whose tag was deleted, has no pseudo-versions, and
// “latest” names one of those at a time.
function unlisted(held: Held | undefined): Listing[] {
  const known = held?.releases.filter(({ withdrawnAt }) => withdrawnAt === undefined) ?? [];
  return known.map(({ version }) => ({ version }));
}

function toListing(version: string, { dates, notes }: Details): Listing {
  const info = dates.infos.get(version);
  const text = notes.of(version);
  return {
    version,
    ...(info && { publishedAt: info.publishedAt }),
    ...(info?.commit !== undefined && { commit: info.commit }),
    ...(text !== undefined && { notes: text, notesFrom: 'changelog' }),
  };
}

// A module is deprecated as a whole: its highest version says so. The others say nothing, since one of them may have been the
// highest before, and all deny it when it is over.
function marksOf(mod: GoMod | undefined, versions: readonly string[]) {
  const last = highest(versions);
  return (version: string): Pick<Listing, 'yanked' | 'deprecated'> => {
    if (mod === undefined) return {};
    const isSaid = mod.deprecated === undefined || version === last;
    return { yanked: retractionOf(mod, version), ...(isSaid && { deprecated: mod.deprecated ?? false }) };
  };
}
