import { dropHidden } from '../../core/hidden-characters.ts';
import type { StepKind } from '../step.ts';
import { fitText } from './text-width.ts';

/** How its message is to be taken; its words say the same. */
export type BadgeTone = 'plain' | 'late' | 'alarm' | 'unknown';

/** Two lines of text for one small picture: `axios` and `1.7.2`. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly tone: BadgeTone;
  /** How far the version that it tells goes: the phase of its moon. */
  readonly phase?: StepKind;
}

// Light marks on each of them have a contrast of 4.5 or more: https://www.w3.org/TR/WCAG22/#contrast-minimum
export const LABEL_COLOUR = '#4a5762';
export const TONE_COLOURS: Readonly<Record<BadgeTone, string>> = {
  plain: '#005985',
  late: '#7c550f',
  alarm: '#a23823',
  unknown: '#65717b',
};

const WIDEST = { label: 16_000, message: 20_000 };
// Marks that stand on one letter take no room, however many they are.
const LONGEST = 400;

/** A badge whose texts fit: on one line, of what can be seen, and no wider than a line of a page bears. */
export function toBadge({ label, message, ...rest }: Badge): Badge {
  return { label: onLine(label, WIDEST.label), message: onLine(message, WIDEST.message), ...rest };
}

function onLine(text: string, most: number): string {
  const line = dropHidden(text.replace(/\s+/g, ' ').trim());
  return fitText(line.slice(0, LONGEST).toWellFormed(), most);
}
