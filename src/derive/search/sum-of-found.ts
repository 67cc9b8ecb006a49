import { countInWords } from '../words.ts';
import type { Found } from './find.ts';

/**
 * What was found, to be read or read aloud. `notes` is undefined where they were not gone through; `problems` are sentences that say
 * why some of them were not.
 */
export function sumOfFound(
  { projects, releases, isGuess }: Found,
  notes: number | undefined,
  problems: readonly string[] = [],
): string {
  const parts = [
    countIfAny(projects.length, 'project'),
    countIfAny(releases.length, 'version'),
    notes === undefined || notes === 0 ? [] : `notes of ${countInWords(notes, 'release')}`,
  ].flat();
  // Who could not look everywhere does not say that there is nothing.
  if (parts.length === 0 && problems.length > 0) return problems.join(' ');
  return [sentence(parts, isGuess), ...problems].join(' ');
}

function sentence(parts: readonly string[], isGuess: boolean): string {
  if (parts.length === 0) return 'Nothing was found. Fewer or shorter words find more.';
  const all = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return isGuess ? `Nothing is called that, but something like it: ${all}.` : `Found ${all}.`;
}

function countIfAny(count: number, noun: string): string[] {
  return count === 0 ? [] : [countInWords(count, noun)];
}
