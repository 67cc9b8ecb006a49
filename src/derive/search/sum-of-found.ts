import { countInWords } from '../words.ts';
import type { Found } from './find.ts';

/** What was found, in one sentence to be read or read aloud. `notes` is undefined where they were not gone through. */
export function sumOfFound({ projects, releases, isGuess }: Found, notes: number | undefined): string {
  const parts = [
    countIfAny(projects.length, 'project'),
    countIfAny(releases.length, 'version'),
    notes === undefined || notes === 0 ? [] : `notes of ${countInWords(notes, 'release')}`,
  ].flat();
  if (parts.length === 0) return 'Nothing was found. Fewer or shorter words find more.';
  const all = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return isGuess ? `Nothing is called that, but something like it: ${all}.` : `Found ${all}.`;
}

function countIfAny(count: number, noun: string): string[] {
  return count === 0 ? [] : [countInWords(count, noun)];
}
