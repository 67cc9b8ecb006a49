import { type CumulativeKind, cumulate } from './cumulate.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { ReleaseItems } from './upgrade-notes.ts';

/** What the notes of several releases say together. */
export interface NotesBetween {
  readonly kinds: readonly CumulativeKind[];
  /** The releases that say more than is held here. */
  readonly cut: readonly ReleaseItems[];
}

/** What these releases say, in their order. */
export function notesBetween(releases: readonly ReleaseItems[]): NotesBetween {
  return { kinds: cumulate(releases), cut: releases.filter(({ more }) => more !== undefined) };
}

export const SAY_MORE = 'These say more than is listed here';

/** Which releases say more, as markdown; undefined where none does. */
export function cutMarkdown({ cut }: NotesBetween): string | undefined {
  if (cut.length === 0) return undefined;
  return `${SAY_MORE}: ${escapeMarkdown(cut.map(({ version }) => version).join(', '))}.`;
}
