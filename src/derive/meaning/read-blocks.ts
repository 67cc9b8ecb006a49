import { readLines, type ShownLine } from './read-lines.ts';

/** A part of the notes that says one thing. Its text is markdown still. */
export interface Block {
  readonly type: 'heading' | 'item' | 'prose' | 'row' | 'alert';
  readonly text: string;
  /** Index of its first line. */
  readonly line: number;
  /** Which quotation it is part of, from 1; 0 for none. */
  readonly quote: number;
  /** Of a heading its level, from 1; of everything else how far it is indented. */
  readonly depth: number;
}

/** The level of a line that serves as a heading without being one. */
export const WEAK = 7;

// Of a line all counts, be there a line separator of Unicode in it.
const HEADING = /^\s{0,3}(#{1,6})\s+(\S.*)$/s;
const BOLD = /^\s{0,3}(?:\*\*([^*]{1,80})\*{1,2}|__([^_]{1,80})__):?\s*$/;
const UNDERLINE = /^\s{0,3}(=+|-{2,})\s*$/;
const ITEM = /^(\s*)(?:[-*+•–]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/s;
// Rules, rows that only draw a table, definitions of links and footnotes.
const DRAWN = /^\s*(?:(?:[-*_=~]{1,200}|[-*_]( [-*_]){2,100}|\[[^\]]{1,200}\]:.*|[-*+•–])\s*)?$/s;
const ROW = /^\s*\|/;
const RULE_OF_TABLE = /^\s*\|\s*:?-+:?\s*(?:\||$)/;
const ALERT = /^\s*\[!(\w{1,20})\]\s*$/;

const ANNOUNCES = /^[^\n]{1,60}:$/;

// More is not joined: a paragraph of that length is read as far as here.
const MOST_JOINED = 4_096;

/** Takes notes apart, in one pass over their lines. */
export function readBlocks(notes: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let quotes = 0;
  let last = 0;
  for (const shown of readLines(notes)) {
    if (shown.quotes !== quotes) open = undefined;
    if (quotes === 0 && shown.quotes > 0) last += 1;
    quotes = shown.quotes;
    const made = blockOf(shown, quotes > 0 ? last : 0, open);
    if (made === 'goes on' && open !== undefined) {
      open = joined(open, shown.text);
      blocks[blocks.length - 1] = open;
      continue;
    }
    if (made === 'underline' && open !== undefined) {
      blocks[blocks.length - 1] = { ...open, type: 'heading', depth: shown.text.includes('=') ? 1 : 2 };
    }
    open = typeof made === 'object' && (made.type === 'item' || made.type === 'prose') ? made : undefined;
    if (typeof made === 'object') blocks.push(made);
  }
  return blocks.filter((block, index) => !isHeadOfTable(block, blocks[index + 1]));
}

function blockOf(
  { text, line }: ShownLine,
  quote: number,
  open: Block | undefined,
): Block | 'nothing' | 'goes on' | 'underline' {
  if (open?.type === 'prose' && UNDERLINE.test(text) && !open.text.includes('\n')) return 'underline';
  if (ROW.test(text)) return { type: 'row', text, line, quote, depth: 0 };
  if (DRAWN.test(text)) return 'nothing';
  const [, marks, title] = HEADING.exec(text) ?? [];
  if (marks !== undefined && title !== undefined) {
    return { type: 'heading', text: title.replace(/\s#+\s*$/, ''), line, quote, depth: marks.length };
  }
  const [, stars, underscores] = BOLD.exec(text) ?? [];
  const bold = stars ?? underscores;
  if (bold !== undefined) return { type: 'heading', text: bold, line, quote, depth: WEAK };
  const [, alert] = ALERT.exec(text) ?? [];
  if (alert !== undefined) return { type: 'alert', text: alert.toLowerCase(), line, quote, depth: 0 };
  const [, indent, said] = ITEM.exec(text) ?? [];
  if (indent !== undefined && said !== undefined) {
    return { type: 'item', text: said, line, quote, depth: widthOf(indent) };
  }
  // A line that announces what follows is no part of it.
  if (open !== undefined && !(open.type === 'prose' && ANNOUNCES.test(open.text))) return 'goes on';
  return { type: 'prose', text: text.trim(), line, quote, depth: widthOf(text) };
}

function joined(block: Block, text: string): Block {
  if (block.text.length > MOST_JOINED) return block;
  return { ...block, text: `${block.text}\n${text.trim()}` };
}

function widthOf(text: string): number {
  const [indent = ''] = /^\s*/.exec(text) ?? [];
  return indent.replaceAll('\t', '    ').length;
}

function isHeadOfTable(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'row') return false;
  return RULE_OF_TABLE.test(block.text) || (next?.type === 'row' && RULE_OF_TABLE.test(next.text));
}
