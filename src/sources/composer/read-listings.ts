import { z } from 'zod';
import type { Listing, Listings } from '../../core/listing.ts';
import { type Package, packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import { FormatError } from '../../platform/errors.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import { Entry, isBranch, toListing } from './entry.ts';
import { expand } from './expand.ts';

const Document = z.object({
  packages: z.record(z.string(), z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())])),
  minified: z.unknown().optional(),
});

/**
 * Reads a package’s document: every tagged version that its repository has.
 * @throws FormatError for what is no such document
 */
export function readListings(pkg: Package, body: Uint8Array): Listings {
  const { data, error } = Document.safeParse(parseJson(body, pkg.purl));
  if (error) throw new FormatError(`${pkg.purl}: the reply has no list of packages`, { cause: error });
  const name = packageName(pkg).toLowerCase();
  const versions = Object.entries(data.packages).find(([key]) => key.toLowerCase() === name)?.[1];
  if (versions === undefined) throw new FormatError(`${pkg.purl}: the reply is about another package`);

  const elements = Object.values(versions);
  const { entries: raw, dropped } =
    data.minified === undefined ? { entries: elements, dropped: 0 } : expand(elements);
  const entries = raw.map((element) => Entry.safeParse(element).data).filter((entry) => entry !== undefined);
  if (entries.length === 0 && elements.length > 0)
    throw new FormatError(`${pkg.purl}: no version can be read`);

  const releases = entries.filter((entry) => !isBranch(entry));
  const newest = newestOf(releases);
  return {
    upstream: describe(pkg, newest),
    releases: releases.map((entry) => ({ ...toListing(entry), ...deprecation(entry, newest) })),
    complete: true,
    dropped: dropped + raw.length - entries.length,
  };
}

// The latest publication, and of several the first: repositories list the highest version first.
function newestOf(entries: readonly Entry[]): Entry | undefined {
  const day = ({ publishedAt = '' }: Entry) => publishedAt;
  return entries.reduce<Entry | undefined>(
    (best, entry) => (best === undefined || day(entry) > day(best) ? entry : best),
    undefined,
  );
}

/**
 * A package is abandoned as a whole, and every version of it repeats so. Told of the newest alone, it is one change and not
 * hundreds; the others say nothing, so that the newest may be another one some day, and all deny it when it is over.
 */
function deprecation(entry: Entry, newest: Entry | undefined): Pick<Listing, 'deprecated'> {
  if (!newest?.abandoned) return { deprecated: false };
  return entry === newest ? { deprecated: newest.abandoned } : {};
}

function describe(pkg: Package, newest: Entry | undefined) {
  return toUpstream({
    name: newest?.name ?? packageName(pkg),
    description: newest?.description,
    // Of several licences the user may choose one. https://getcomposer.org/doc/04-schema.md#license
    license: [newest?.license ?? []].flat().join(' OR '),
    homepage: newest?.homepage,
    repository: newest?.source?.url,
    archived: Boolean(newest?.abandoned),
  });
}
