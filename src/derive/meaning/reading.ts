import { classify, type Verdict } from './classify.ts';
import { itemText } from './item-text.ts';
import type { NoteItem } from './note-item.ts';
import { emptyOutline, meaningHere, type Outline } from './outline.ts';
import { shownText } from './plain-text.ts';
import type { Block } from './read-blocks.ts';
import { sentenceAt } from './sentences.ts';

/** What was read of some notes so far. */
export interface Reading {
  readonly outline: Outline;
  readonly items: NoteItem[];
  readonly contributors: Map<string, string>;
  readonly identifiers: Set<string>;
  /** The first paragraph, for notes that hold nothing else. */
  opening: Block | undefined;
  /** Whether this block names an advisory. */
  hasIdentifier: boolean;
  /** What the quoted lines here are. */
  quote: 'none' | 'alert' | 'foreign';
  /** Which quotation the last block was part of. */
  lastQuote: number;
}

export function beginReading(): Reading {
  return {
    outline: emptyOutline(),
    items: [],
    contributors: new Map(),
    identifiers: new Set(),
    opening: undefined,
    hasIdentifier: false,
    quote: 'none',
    lastQuote: 0,
  };
}

/** Whether a verdict marks the release. */
export function isMark({ kind }: Verdict): boolean {
  return kind === 'breaking' || kind === 'security';
}

/** Whether a verdict marks the release by what is said, and not by where. */
export function marksByWords(verdict: Verdict): boolean {
  return isMark(verdict) && !verdict.rule.startsWith('heading');
}

/** Whether a verdict comes of what is said, and not of where. */
export function tellsKind({ kind, rule }: Verdict): boolean {
  return kind !== 'other' && rule !== 'heading';
}

/** Adds the statements that are wanted. */
export function addAll(
  block: Block,
  texts: readonly string[],
  reading: Reading,
  isWanted?: (verdict: Verdict) => boolean,
): void {
  for (const said of texts) add(block, said, reading, isWanted);
}

// What stands where nothing is to be said, and where all changes may be read.
const NOTHING =
  /^(?:(?:[\w ]{1,30}: )?none|nothing(?: yet| so far)?|n\/?a|no (?:known |notable |breaking |api ){0,2}changes?|tb[acd]|full changelog\b.{0,200}|see .{0,40}full changelog.{0,40})[\s.!:]{0,3}$/i;

/** Adds what a statement of a block tells, if it tells anything. */
export function add(
  block: Block,
  said: string,
  { items, outline, quote, hasIdentifier }: Reading,
  isWanted: (verdict: Verdict) => boolean = () => true,
): void {
  const heading = meaningHere(outline);
  const text = itemText(said);
  if (!/[\p{L}\p{N}]/u.test(text) || NOTHING.test(text) || heading?.about === 'names') return;
  for (const verdict of classify({ said: text, hasIdentifier, heading, isAlert: quote === 'alert' })) {
    if (!isWanted(verdict)) continue;
    const { kind, rule, index } = verdict;
    items.push({ kind, text: shownText(sentenceAt(text, index)), line: block.line, rule });
  }
}
