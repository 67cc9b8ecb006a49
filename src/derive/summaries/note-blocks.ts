import { isOrder, pointsBack, pointsOn } from './orders.ts';
import { squeeze } from './squeeze.ts';

/** A piece of notes that belongs together: a heading, a paragraph, an item of a list, a row of a table, a block of code. */
export interface NoteBlock {
  /** Squeezed: one line. */
  readonly text: string;
  /** The heading above it; empty where there is none. */
  readonly heading: string;
  /** It tells somebody what to write, or stands where somebody is told. */
  readonly isOrder: boolean;
}

type Kind = 'heading' | 'item' | 'row' | 'code' | 'paragraph';

interface Draft {
  readonly kind: Kind;
  readonly heading: string;
  readonly lines: string[];
}

const FENCE = /^[\s>]*(?:```|~~~)/;
const HEADING = /^[\s>]{0,8}#{1,6}\s+(\S.*)$/;
// Each run is tried from its first sign alone: a line of them takes linear time.
const CLOSING = /(?<!#)#+$/;
const ITEM = /^[\s>]*(?:[-*+•]|\d{1,9}[.)])\s+\S/;
const ROW = /^[\s>]*\|/;

/** Readable notes in blocks, in their order. */
export function noteBlocks(readable: string): readonly NoteBlock[] {
  const drafts = split(readable);
  const scripts = dominantScript(readable);
  const ordering = drafts.map(({ lines }) => lines.some(isOrder) || isOrder(squeeze(lines.join(' '))));
  // A heading is judged once, however many pieces stand under it.
  const orderings = new Set([...new Set(drafts.map(({ heading }) => heading))].filter(isOrder));
  const orders = drafts.map((draft, index) => {
    const text = squeeze(draft.lines.join(' '));
    if (ordering[index] === true || orderings.has(draft.heading)) return true;
    return isUnderOrder(drafts, ordering, index) || isForeign(text, scripts);
  });
  return drafts.map(({ heading, lines }, index) => ({
    text: squeeze(lines.join(' ')),
    heading,
    isOrder: orders[index] ?? false,
  }));
}

function split(readable: string): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let heading = '';
  const begin = (kind: Kind, line: string) => {
    open = { kind, heading, lines: [line] };
    drafts.push(open);
  };
  for (const line of readable.split('\n')) {
    const [, title] = HEADING.exec(line) ?? [];
    if (open?.kind === 'code') {
      open.lines.push(line);
      if (FENCE.test(line)) open = undefined;
    } else if (FENCE.test(line)) begin('code', line);
    else if (/^[\s>]*$/.test(line)) open = undefined;
    else if (title !== undefined) {
      heading = title.replace(CLOSING, '').trimEnd();
      begin('heading', line);
      open = undefined;
    } else if (ROW.test(line)) begin('row', line);
    else if (ITEM.test(line)) begin('item', line);
    else if (open === undefined || open.kind === 'row') begin('paragraph', line);
    else open.lines.push(line);
  }
  return drafts;
}

// What an order announces, or points back at, is part of it.
function isUnderOrder(drafts: readonly Draft[], ordering: readonly boolean[], index: number): boolean {
  const before = drafts[index - 1];
  const after = drafts[index + 1];
  const own = drafts[index];
  if (own === undefined) return false;
  if (after !== undefined && ordering[index + 1] === true && pointsBack(after.lines.join(' '))) return true;
  if (before === undefined || ordering[index - 1] !== true || own.kind === 'heading') return false;
  return own.kind === 'code' || pointsOn(before.lines.join(' '));
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
];
const LETTERS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const);
// Japanese writes in three at once, and borrows the letters of Chinese.
const EAST = new Set(['Han', 'Hiragana', 'Katakana']);

function dominantScript(text: string): ReadonlySet<string> {
  const counts = LETTERS.map(([script, letters]) => [script, text.match(letters)?.length ?? 0] as const);
  const [first] = counts.toSorted(([, a], [, b]) => b - a);
  const script = first?.[0] ?? 'Latin';
  return EAST.has(script) ? EAST : new Set([script]);
}

// A piece in another script than all the rest speaks to somebody else than the readers of the notes. Names in Latin letters stand anywhere.
function isForeign(text: string, scripts: ReadonlySet<string>): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const others = LETTERS.filter(([script]) => script !== 'Latin' && !scripts.has(script));
  const foreign = others.reduce((sum, [, pattern]) => sum + (text.match(pattern)?.length ?? 0), 0);
  return foreign > 3 && foreign > letters * 0.2;
}
