import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import type { Listing, Listings } from '../../core/listing.ts';
import { FormatError } from '../../platform/errors.ts';
import { semver } from '../../versions/semver.ts';
import { wantedOf } from '../wanted-of.ts';
import { describePackage } from './describe-package.ts';
import { Manifest, toListing } from './manifest.ts';

const Elements = z.record(z.string(), z.unknown());
type Elements = z.infer<typeof Elements>;

const Document = z.object({
  name: z.string().min(1).optional().catch(undefined),
  'dist-tags': Elements.catch({}),
  time: Elements.catch({}),
  versions: Elements.optional(),
});

/** What we use of a registry's full document about one package. */
export interface Packument {
  /** All but the notes. */
  readonly listings: Listings;
  readonly modified: Instant | undefined;
  /** The version that the tag `latest` points at, else the highest. */
  readonly latest: Manifest | undefined;
}

const VERSION = /^\d+\.\d+\.\d+[\w.+-]*$/;
const LONGEST_VERSION = 255;
const NO_VERSIONS = new Set(['created', 'modified', 'unpublished']);

/**
 * Reads a full document element by element: a malformed one is dropped and counted, the rest stands.
 * @returns undefined for a package that was unpublished as a whole
 * @throws FormatError for what is no such document
 */
export function readPackument(
  document: unknown,
  name: string,
  since: Instant | undefined,
): Packument | undefined {
  const { data, error } = Document.safeParse(document);
  if (error !== undefined)
    throw new FormatError(`npm ${name}: the reply is no package document`, { cause: error });
  const { versions, time } = data;
  if (versions === undefined) {
    if (Elements.safeParse(time['unpublished']).success) return undefined;
    throw new FormatError(`npm ${name}: the reply lists no versions`);
  }
  const { releases, manifests, dropped } = readVersions(name, versions, time);
  const tags = new Map(Object.entries(data['dist-tags']).filter(isTag));
  const latest = latestOf(manifests, tags);
  const upstream = describePackage(data.name ?? name, tags, document, versions[latest]);
  return {
    listings: {
      upstream,
      releases: wantedOf({ upstream, releases: [...releases, ...readTombstones(versions, time)] }, since),
      complete: true,
      dropped: dropped + malformedTimes(time) + Object.keys(data['dist-tags']).length - tags.size,
    },
    modified: toInstant(time['modified']),
    latest: manifests.get(latest),
  };
}

function readVersions(name: string, versions: Elements, time: Elements) {
  const releases: Listing[] = [];
  const manifests = new Map<string, Manifest>();
  let dropped = 0;
  for (const [version, element] of Object.entries(versions)) {
    if (!isVersion(version)) {
      dropped += 1;
      continue;
    }
    const { data: manifest } = Manifest.safeParse(element);
    // The version is there, whatever is said of it: leaving it out would look like a withdrawal.
    if (manifest === undefined) dropped += 1;
    else manifests.set(version, manifest);
    releases.push(toListing(name, version, time[version], manifest));
  }
  return { releases, manifests, dropped };
}

// An unpublished version vanishes from `versions` and keeps its time: https://github.com/npm/npm/issues/12001
function readTombstones(versions: Elements, time: Elements): Listing[] {
  return Object.entries(time).flatMap(([version, at]): Listing[] => {
    const publishedAt = toInstant(at);
    if (publishedAt === undefined || !isVersion(version) || Object.hasOwn(versions, version)) return [];
    return [{ version, publishedAt, tombstone: true }];
  });
}

function malformedTimes(time: Elements): number {
  return Object.entries(time).filter(([key, at]) => !NO_VERSIONS.has(key) && toInstant(at) === undefined)
    .length;
}

function isVersion(text: string): boolean {
  return text.length <= LONGEST_VERSION && VERSION.test(text);
}

function isTag(tag: [string, unknown]): tag is [string, string] {
  const [name, version] = tag;
  return name !== '' && typeof version === 'string' && version !== '';
}

function latestOf(manifests: ReadonlyMap<string, Manifest>, tags: ReadonlyMap<string, string>): string {
  const tagged = tags.get('latest') ?? '';
  return manifests.has(tagged) ? tagged : ([...manifests.keys()].sort(semver.compare).at(-1) ?? '');
}
