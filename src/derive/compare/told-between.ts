import { compareText } from '../../core/compare-text.ts';
import { type CumulativeKind, cumulate } from '../upgrade/cumulate.ts';
import type { ReleaseItems, UpgradeNotes } from '../upgrade/upgrade-notes.ts';
import type { ComparedRelease } from './compare-index.ts';

/** What the notes of several releases say together. */
export interface Told {
  readonly kinds: readonly CumulativeKind[];
  /** By name; each once, in the spelling of the highest release that thanks them. */
  readonly contributors: readonly string[];
  /** How many releases say nothing. */
  readonly silent: number;
  /** The releases that say more than is held here. */
  readonly cut: readonly ReleaseItems[];
}

/** Of every release what its notes say, and its page; found by its version. */
export type NotesByVersion = ReadonlyMap<string, readonly ReleaseItems[]>;

export function indexNotes({ releases }: UpgradeNotes): NotesByVersion {
  return Map.groupBy(releases, ({ version }) => version);
}

/** What these releases say, in their order. */
export function toldBetween(releases: readonly ComparedRelease[], notes: NotesByVersion): Told {
  const versions = [...new Set(releases.map(({ version }) => version))];
  const told = versions.flatMap((version) => notes.get(version) ?? []);
  const contributors = new Map<string, string>();
  for (const name of told.flatMap((one) => one.contributors ?? [])) {
    const key = name.toLowerCase();
    if (!contributors.has(key)) contributors.set(key, name);
  }
  const byName = [...contributors].sort(([a], [b]) => compareText(a.replace('@', ''), b.replace('@', '')));
  return {
    kinds: cumulate(told),
    contributors: byName.map(([, name]) => name),
    silent: told.filter(({ items }) => items.length === 0).length,
    cut: told.filter(({ more }) => more !== undefined),
  };
}
