import type { Change } from '../core/change.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { type Project, packagesOf } from '../core/project.ts';
import type { History } from './change-detail.ts';
import { changesByRelease } from './changes-by-release.ts';
import type { Entry } from './entry.ts';
import { type ChangeItem, groupChanges } from './group-changes.ts';
import { archivePages, type LedgerPage } from './ledger-pages.ts';

/** What the ledger needs to know of a project. */
export interface LedgerProject {
  readonly project: Project;
  readonly entries: readonly Entry[];
  readonly records: ReadonlyMap<string, PackageRecord>;
}

/** The ledger as the site shows it: what nobody follows any more is left out. */
export interface Ledger {
  /** Oldest first. */
  readonly items: readonly ChangeItem[];
  readonly archive: readonly LedgerPage[];
  /** The items of all packages of a project, oldest first. */
  readonly itemsOf: (project: Project) => readonly ChangeItem[];
  /** The project that a package belongs to. */
  readonly projectOf: (purl: string) => Project | undefined;
  /** What a change is about, if it has a page: the entry of its release. */
  readonly entryOf: (change: Change) => Entry | undefined;
  readonly historyOf: (change: Change) => History;
  /** The page of the archive and the place on it that tells of a change: `changes/2026/11/#c0123…`. */
  readonly placeOf: (change: Change) => string | undefined;
}

export function toLedger(changes: readonly Change[], projects: readonly LedgerProject[]): Ledger {
  const owners = ownersOf(projects);
  const followed = changes.filter((change) => owners.has(change.package));
  const items = groupChanges(followed);
  const archive = archivePages(items);
  const places = placesOf(archive);
  const byRelease = changesByRelease(followed);
  const entries = entriesByRelease(projects);
  return {
    items,
    archive,
    itemsOf: itemsByProject(followed),
    projectOf: (purl) => owners.get(purl)?.project,
    entryOf: ({ package: purl, version }) =>
      version === undefined ? undefined : entries.get(purl)?.get(version),
    historyOf: ({ package: purl, version = '' }) => ({
      release: owners
        .get(purl)
        ?.records.get(purl)
        ?.releases.find((one) => one.version === version),
      changes: byRelease.get(purl)?.get(version) ?? [],
    }),
    placeOf: (change) => places.get(change),
  };
}

// A package that is a project of its own belongs to that one, even if others have it as a channel.
function ownersOf(projects: readonly LedgerProject[]): ReadonlyMap<string, LedgerProject> {
  const owners = new Map<string, LedgerProject>();
  for (const one of projects) {
    for (const { purl } of one.project.channels) if (!owners.has(purl)) owners.set(purl, one);
  }
  for (const one of projects) owners.set(one.project.package.purl, one);
  return owners;
}

function itemsByProject(changes: readonly Change[]): Ledger['itemsOf'] {
  const byPackage = Map.groupBy(changes, (change) => change.package);
  const known = new Map<Project, readonly ChangeItem[]>();
  return (project) => {
    const purls = packagesOf(project).map(({ purl }) => purl);
    const items = known.get(project) ?? groupChanges(purls.flatMap((purl) => byPackage.get(purl) ?? []));
    known.set(project, items);
    return items;
  };
}

function placesOf(archive: readonly LedgerPage[]): Map<Change, string> {
  const places = new Map<Change, string>();
  for (const { path, items } of archive) {
    for (const { id, changes } of items) {
      for (const change of changes) places.set(change, `changes/${path}#${anchorOf(id)}`);
    }
  }
  return places;
}

/** The name of an item’s place on a page. */
export function anchorOf(id: string): string {
  return `c${id}`;
}

function entriesByRelease(projects: readonly LedgerProject[]): Map<string, Map<string, Entry>> {
  const found = new Map<string, Map<string, Entry>>();
  const add = (purl: string, version: string, entry: Entry) => {
    const ofPackage = found.get(purl) ?? new Map<string, Entry>();
    found.set(purl, ofPackage);
    ofPackage.set(version, entry);
  };
  for (const { entries } of projects) {
    for (const entry of entries)
      for (const { package: pkg, release } of entry.channels) add(pkg.purl, release.version, entry);
  }
  for (const { project, entries } of projects)
    for (const entry of entries) add(project.package.purl, entry.release.version, entry);
  return found;
}
