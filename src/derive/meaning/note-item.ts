import type { RuleId } from './rules.ts';

/** What a line of the notes tells. The order is the one in which a reader wants to know. */
export const NOTE_KINDS = [
  'breaking',
  'security',
  'deprecation',
  'feature',
  'fix',
  'performance',
  'documentation',
  'other',
] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** One thing that the notes say. */
export interface NoteItem {
  readonly kind: NoteKind;
  /** Plain text, one line, no markup. */
  readonly text: string;
  /** Index into the lines of the notes. */
  readonly line: number;
  readonly rule: RuleId;
}
