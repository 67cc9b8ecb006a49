import type { Failure } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import type { ProjectAdvisories } from '../derive/advisories/project-advisories.ts';
import type { Vulnerability } from '../derive/advisories/vulnerability.ts';
import type { Entry } from '../derive/entry.ts';
import type { Ledger } from '../derive/ledger.ts';
import type { NotesMeaning } from '../derive/meaning/read-meaning.ts';
import type { Says } from '../derive/says.ts';
import type { Standing } from '../derive/standing.ts';

/** What the API needs to know of a project. */
export interface HeldProject {
  readonly project: Project;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  readonly records: ReadonlyMap<string, PackageRecord>;
  readonly advisories: ProjectAdvisories;
  readonly failures: readonly Failure[];
}

/** All that the API tells of. */
export interface Held {
  /** By name. */
  readonly projects: readonly HeldProject[];
  readonly lists: readonly {
    readonly list: string;
    readonly title: string;
    readonly views: readonly unknown[];
  }[];
  readonly says: Says;
  readonly ledger: Pick<Ledger, 'items' | 'projectOf' | 'placeOf'>;
  /** Newest first. */
  readonly vulnerabilities: readonly Vulnerability[];
  readonly failures: readonly Failure[];
  readonly asOf: Instant;
}

/** What the notes of an entry say. */
export type MeaningOf = (entry: Entry) => NotesMeaning;
