import { structuredPatch } from 'diff';

// Two texts that have little in common take long to compare, and their diff says nothing.
const MOST_EDITS = 5000;

/** What became of notes, as the lines of a unified diff; none where they are the same. */
export function unifiedDiff(before: readonly string[], after: readonly string[]): string[] {
  const patch = structuredPatch('before', 'after', toText(before), toText(after), '', '', {
    context: 2,
    maxEditLength: MOST_EDITS,
  });
  if (patch === undefined) return [`(${before.length} lines became ${after.length} others)`];
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
