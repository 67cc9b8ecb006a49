import type { Instant } from '../../core/instant.ts';
import { packageName } from '../../core/package.ts';
import type { Project } from '../../core/project.ts';
import type { ChangeDetail } from '../change-detail.ts';
import type { Entry } from '../entry.ts';
import type { ChangeItem } from '../group-changes.ts';
import type { Ledger } from '../ledger.ts';
import type { NotesDiff } from '../notes-diff.ts';

/** One edit of the notes of a release, after it came out. */
export interface ComparedEdit {
  /** What upstream calls the release. */
  readonly ref: string;
  readonly at: Instant;
  /** The channel whose notes they are, where it is not the project’s own package. */
  readonly channel?: string;
  /** Where the ledger tells of it, below the site. */
  readonly place?: string;
  readonly diff: NotesDiff;
  /** The later text is not held: what is shown is all that went. */
  readonly isReplaced?: true;
}

/** The edits of a project’s notes, oldest first: what the comparison page loads where a release between has some. */
export interface CompareEdits {
  readonly format: 1;
  readonly edits: readonly ComparedEdit[];
}

/** The edits of notes that the ledger knows of these entries, with what they changed. */
export function compareEdits(
  project: Project,
  entries: readonly Entry[],
  ledger: Pick<Ledger, 'itemsOf' | 'placeOf'>,
  detailOf: (item: ChangeItem) => ChangeDetail,
): ComparedEdit[] {
  const items = ledger.itemsOf(project).filter(({ first }) => first.kind === 'notes-edited');
  if (items.length === 0) return [];
  const owners = entriesByPackage(entries);
  return items.flatMap((item) =>
    item.changes.flatMap((change): ComparedEdit[] => {
      const entry = owners.get(change.package)?.get(change.version ?? '');
      if (entry === undefined) return [];
      const { diff, replaced } = detailOf(
        item.changes.length === 1 ? item : { ...item, first: change, changes: [change] },
      );
      const shown = diff ?? replaced;
      const place = ledger.placeOf(change);
      const channel = entry.channels.find(({ package: { purl } }) => purl === change.package)?.package;
      if (shown === undefined) return [];
      return [
        {
          ref: entry.release.version,
          at: change.at,
          ...(channel && { channel: `${channel.type}: ${packageName(channel)}` }),
          ...(place && { place }),
          diff: shown,
          ...(diff === undefined && { isReplaced: true }),
        },
      ];
    }),
  );
}

function entriesByPackage(entries: readonly Entry[]): Map<string, Map<string, Entry>> {
  const found = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const { project, release, channels } = entry;
    for (const shipped of [...channels, { package: project.package, release }]) {
      const ofPackage = found.get(shipped.package.purl) ?? new Map<string, Entry>();
      found.set(shipped.package.purl, ofPackage.set(shipped.release.version, entry));
    }
  }
  return found;
}
