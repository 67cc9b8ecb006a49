import { wordsOf } from '../../derive/search/fold-text.ts';

/** What the choices of a kind are called in an address and on the page. */
export const CHOICES = {
  hide: ['pre'],
  only: ['followed', 'breaking', 'security'],
  step: ['major', 'minor', 'patch', 'prerelease', 'other'],
} as const;

/** What a page is narrowed to; empty parts leave everything. */
export interface Refinement {
  readonly q: string;
  readonly tag: string;
  readonly source: string;
  readonly hide: readonly string[];
  readonly only: readonly string[];
  readonly step: readonly string[];
}

/** An entry of the page, as far as it can be narrowed: its facts as the page carries them, and its text as it is compared. */
export interface Refined {
  readonly project: string;
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly steps: readonly string[];
  readonly marks: readonly string[];
  readonly text: string;
}

export const NOTHING: Refinement = { q: '', tag: '', source: '', hide: [], only: [], step: [] };

export function isNarrow({ q, tag, source, hide, only, step }: Refinement): boolean {
  return q.trim() !== '' || tag !== '' || source !== '' || hide.length + only.length + step.length > 0;
}

/** Whether an entry stays: it fits every part, and of several kinds of step one. */
export function fits(
  entry: Refined,
  { q, tag, source, hide, only, step }: Refinement,
  followed: readonly string[],
): boolean {
  const marks = followed.includes(entry.project) ? [...entry.marks, 'followed'] : entry.marks;
  return (
    wordsOf(q).every((word) => entry.text.includes(word)) &&
    (tag === '' || entry.tags.includes(tag)) &&
    (source === '' || entry.sources.includes(source)) &&
    (step.length === 0 || entry.steps.some((kind) => step.includes(kind))) &&
    only.every((mark) => marks.includes(mark)) &&
    !hide.some((mark) => marks.includes(mark))
  );
}
