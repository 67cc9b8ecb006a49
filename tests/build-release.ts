import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Listing, Listings } from '../src/core/listing.ts';
import { parsePackage } from '../src/core/package.ts';
import type { PackageRecord } from '../src/core/package-record.ts';
import type { Project } from '../src/core/project.ts';
import type { Release } from '../src/core/release.ts';
import { projectEntries } from '../src/derive/entries.ts';
import type { Entry } from '../src/derive/entry.ts';

/** The package that fixtures are about, unless they say otherwise. */
export const PURL = 'pkg:github/acme/tool';

/** When fixtures were imported: long after their releases, so that those are settled. */
export const IMPORTED = '2026-11-01T00:00:00Z';

/** The moment this many hours after the import. */
export function hoursLater(hours: number): string {
  return `${new Date(Date.parse(IMPORTED) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
}

export function aRelease(fields: Partial<Release> = {}): Release {
  return { version: 'v1.0.0', publishedAt: '2026-09-01T12:00:00Z', seenAt: IMPORTED, ...fields };
}

export function aListing(fields: Partial<Listing> = {}): Listing {
  return { version: 'v1.0.0', publishedAt: '2026-09-01T12:00:00Z', ...fields };
}

/** All that one look-up said; a complete one. */
export function aReply(releases: readonly Listing[], fields: Partial<Listings> = {}): Listings {
  return { upstream: {}, complete: true, dropped: 0, releases, ...fields };
}

export function aRecord(fields: Partial<PackageRecord> = {}): PackageRecord {
  return { package: PURL, upstream: {}, importedAt: IMPORTED, releases: [aRelease()], ...fields };
}

/** A project of one npm package, whose versions need no decoding. */
export function aProject(fields: Partial<Project> = {}): Project {
  return {
    id: 'tool',
    name: 'Tool',
    package: parsePackage('pkg:npm/tool'),
    channels: [],
    tags: [],
    track: {},
    lists: [{ list: 'main', uses: undefined }],
    ...fields,
  };
}

/** The entries of a project that holds these releases, newest first. */
export function entriesOf(releases: readonly Release[], project: Project = aProject()): Entry[] {
  const record = aRecord({ package: project.package.purl, releases });
  return projectEntries(project, new Map([[record.package, record]]));
}

/** An empty folder that vanishes with the test. */
export async function aFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-test-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
