import { compareText } from '../../core/compare-text.ts';
import { type NotesBetween, notesBetween } from '../upgrade/notes-between.ts';
import type { ReleaseItems, UpgradeNotes } from '../upgrade/upgrade-notes.ts';
import type { ComparedRelease } from './compare-index.ts';
import { refOf } from './find-version.ts';

/** What the notes of several releases say together. */
export interface Told extends NotesBetween {
  /** By name; each once, in the spelling of the highest release that thanks them. */
  readonly contributors: readonly string[];
  /** How many releases say nothing. */
  readonly silent: number;
}

/** Of every release what its notes say, and its page; found by what upstream calls it. */
export type NotesByRef = ReadonlyMap<string, ReleaseItems>;

export function indexNotes({ releases }: UpgradeNotes): NotesByRef {
  return new Map(releases.map((one) => [refOf(one), one]));
}

/** What these releases say, in their order. */
export function toldBetween(releases: readonly ComparedRelease[], notes: NotesByRef): Told {
  const told = releases.flatMap((release) => notes.get(refOf(release)) ?? []);
  const contributors = new Map<string, string>();
  for (const name of told.flatMap((one) => one.contributors ?? [])) {
    const key = name.toLowerCase();
    if (!contributors.has(key)) contributors.set(key, name);
  }
  const byName = [...contributors].sort(([a], [b]) => compareText(a.replace('@', ''), b.replace('@', '')));
  return {
    ...notesBetween(told),
    contributors: byName.map(([, name]) => name),
    silent: told.filter(({ items }) => items.length === 0).length,
  };
}
