import { createHash } from 'node:crypto';
import type { Listing } from '../../src/core/listing.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { aReply } from '../build-release.ts';
import type { Chance } from './chance.ts';
import type { TrueRelease } from './model.ts';

const FIRST_DAY = Date.UTC(2025, 0, 1, 12);
const DAY = 86_400_000;

/** The release with this number of a package: always the same. */
export function trueRelease(purl: string, number: number, more: Partial<TrueRelease> = {}): TrueRelease {
  const version = `v1.${number}.0`;
  return {
    version,
    publishedAt: `${new Date(FIRST_DAY + number * DAY).toISOString().slice(0, 19)}Z`,
    title: `Release ${number}`,
    notes: `## Changes\n\n- change ${number} of ${purl}`,
    commit: hash(`${purl} ${number} commit`).slice(0, 40),
    isPrerelease: false,
    digests: { 'tool.tgz': `sha256:${hash(`${purl} ${number}`)}`, 'tool.zip': `sha256:${hash(version)}` },
    ...more,
  };
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a source would say of a release. */
function toListing(release: TrueRelease): Listing {
  const { version, publishedAt, title, notes, commit, isPrerelease, yanked, deprecated, digests } = release;
  const assets = Object.entries(digests ?? {}).map(([name, digest]) => ({ name, size: 1000, digest }));
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(commit !== undefined && { commit }),
    prerelease: isPrerelease ?? false,
    yanked: yanked ?? false,
    deprecated: deprecated ?? false,
    ...(title !== undefined && { title }),
    ...(digests !== undefined && { assets }),
    ...(notes !== undefined && { notes, notesFrom: 'release' }),
  };
}

/** The answer about a package that has these releases, in an order of chance. */
export function toAnswer(releases: Iterable<TrueRelease>, chance: Chance, complete = true): Fetched {
  const listings = aReply(chance.shuffle(releases).map(toListing), { complete });
  return { status: 'listed', listings, receipts: [] };
}
