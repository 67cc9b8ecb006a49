/** A line of notes that a reader sees as text. */
export interface ShownLine {
  readonly text: string;
  /** Index into the lines of the notes. */
  readonly line: number;
  /** How deep it is quoted: of what others wrote, or set apart from the notes. */
  readonly quotes: number;
}

// A longer line is cut: what follows the first thousand words of one line is no headline.
const MOST_READ = 4_096;

const FENCE = /^\s{0,12}(`{3,99}|~{3,99})/;
const QUOTE = /^\s{0,3}>\s?/;
const TAGGED = /^\s{0,12}<[a-z/]/i;
const BREAKS =
  /<(?:\/?(?:p|div|ul|ol|details|br|table|tbody|section)\b|\/(?:li|h[1-6]|tr|summary))[^<>]{0,200}>/gi;
const ITEM_TAG = /<li\b[^<>]{0,200}>/gi;
const HEADING_TAG = /<(?:h[1-6]|summary)\b[^<>]{0,200}>/gi;

/** The lines of notes without code blocks and comments, and with lines of HTML as their markdown. */
export function* readLines(notes: string): Generator<ShownLine> {
  // A comment that nobody ends is none.
  const state = {
    fence: '',
    isComment: false,
    lastEnd: notes.lastIndexOf('-->'),
    at: 0,
    isCode: false,
    quotes: 0,
  };
  let line = -1;
  for (const raw of notes.split('\n')) {
    line += 1;
    const shown = state.fence === '' ? withoutComments(raw, state) : raw;
    state.at += raw.length + 1;
    const { text, quotes } = withoutQuotes(shown);
    if (isInFence(text, state)) continue;
    for (const part of text.includes('<') && TAGGED.test(text) ? asMarkdown(text) : [text]) {
      if (!isInCode(part, state))
        yield { text: part.slice(0, MOST_READ), line, quotes: quotes + state.quotes };
      if (part.includes('blockquote')) state.quotes = Math.max(0, state.quotes + quotesIn(part));
    }
  }
}

interface State {
  fence: string;
  isComment: boolean;
  /** Where the last comment ends. */
  readonly lastEnd: number;
  /** Where this line begins. */
  at: number;
  isCode: boolean;
  quotes: number;
}

function withoutComments(text: string, state: State): string {
  if (!state.isComment && !text.includes('<!--')) return text;
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = state.isComment ? '-->' : '<!--';
    const found = text.indexOf(mark, at);
    const next = state.isComment || state.at + found < state.lastEnd ? found : -1;
    const end = next < 0 ? text.length : next;
    if (!state.isComment) parts.push(text.slice(at, end));
    if (next < 0) break;
    state.isComment = !state.isComment;
    at = end + mark.length;
  }
  return parts.join('');
}

function withoutQuotes(text: string): { readonly text: string; readonly quotes: number } {
  let rest = text;
  let quotes = 0;
  if (!text.includes('>')) return { text, quotes };
  while (quotes < 8 && QUOTE.test(rest)) {
    rest = rest.replace(QUOTE, '');
    quotes += 1;
  }
  return { text: rest, quotes };
}

function isInFence(text: string, state: State): boolean {
  if (state.fence === '' && !text.includes('```') && !text.includes('~~~')) return false;
  const [all = '', mark = ''] = FENCE.exec(text) ?? [];
  const behind = text.slice(all.length);
  if (state.fence === '') {
    // “```npm i tool```” on one line is code in running text.
    const isInline = mark.startsWith('`') && behind.includes('`');
    state.fence = isInline ? '' : mark;
    return state.fence !== '';
  }
  // What names a language opens a block, and ends none.
  if (mark.startsWith(state.fence) && behind.trim() === '') state.fence = '';
  return true;
}

function isInCode(text: string, state: State): boolean {
  const opens = text.includes('<pre') && TAGGED.test(text);
  if (!state.isCode && !opens) return false;
  state.isCode = (state.isCode || opens) && !text.includes('</pre');
  return true;
}

function asMarkdown(text: string): string[] {
  return text.replace(BREAKS, '\n').replace(ITEM_TAG, '\n- ').replace(HEADING_TAG, '\n## ').split('\n');
}

function quotesIn(text: string): number {
  return text.split('<blockquote').length - text.split('</blockquote').length;
}
