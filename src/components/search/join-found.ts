import type { FoundNotes, NoteHit } from './open-notes.ts';

/** What was found one after the other as one. */
export function joinFound(found: readonly FoundNotes[]): FoundNotes {
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    async slice(start, end) {
      const hits: NoteHit[] = [];
      let before = 0;
      for (const { count, slice } of found) {
        hits.push(...(await slice(Math.max(0, start - before), Math.max(0, end - before))));
        before += count;
      }
      return hits;
    },
  };
}
