import { dropHidden } from '../../core/hidden-characters.ts';

const MOST = 300;

// Every repetition has an end, so that no line of brackets takes quadratic time.
const IMAGE = /!\[[^[\]]{0,300}\](?:\([^()]{0,1000}\)|\[[^[\]]{0,100}\])/g;
const LINK =
  /\[((?:[^[\]]|\[[^[\]]{0,100}\]){1,300})\](?:\((?:[^()]|\([^()]{0,300}\)){0,1000}\)|\[[^[\]]{0,100}\])/g;
const ADDRESS =
  /<(?:[a-z][a-z\d+.-]{1,20}:|\/\/)[^\s<>]{1,2000}>|(?:\b[a-z][a-z\d+.-]{1,20}:\/\/|\bmailto:|\bwww\.)[^\s<>)\]`]{1,2000}/gi;
// Elements of HTML, and what has attributes; “<file>” in the line of a command is none.
const TAG =
  /<\/[a-z][^<>]{0,100}>|<(?:a|abbr|b|blockquote|br|button|center|code|del|details|div|em|embed|font|form|g-emoji|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|math|meta|object|ol|p|picture|pre|q|s|samp|script|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)\b[^<>]{0,1000}>|<[a-z!][^<>]{0,300}[=/][^<>]{0,700}>/gi;
const CODE = /(`{1,2})([^`]{1,1000})\1/;
const MARKS = /\*\*|__(?=\S)|(?<=\S)__|~~/g;
const EMPHASIS = /(?<![\w*\\])([*_])(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39|#x27);/g;
const EMPTY = /(?<=^|\s)\(\s{0,20}(?:[,;]\s{0,20}){0,20}\)|\[\s{0,20}\]/g;

const PLAIN = /^[ -~\n]*$/;
// An address, or what one leaves behind.
const MARKED = /:\/\/|mailto:|www\.|\(\s?[),;]|\[\s?\]/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
};

/**
 * Markdown as one line of plain text without addresses: of a link the text, of an image nothing. Code keeps its backticks:
 * they tell what is a name.
 */
export function saidIn(markdown: string): string {
  // First of all: what is hidden in a tag or an address would keep it from being seen as one.
  const isPlain = PLAIN.test(markdown);
  const seen = isPlain ? markdown : dropHidden(markdown);
  const text = seen.includes('](') || seen.includes('][') ? withoutLinks(seen) : seen;
  // Every third part is code, behind the backticks that open it.
  const parts = text.includes('`') ? text.split(CODE) : [text];
  let said = '';
  for (let index = 0; index < parts.length; index += 3) {
    said += withoutMarkup(parts[index] ?? '');
    const code = parts[index + 2];
    if (code !== undefined) said += `\`${code}\``;
  }
  const line = MARKED.test(said) ? said.replace(ADDRESS, '').replace(EMPTY, '') : said;
  const isSpaced = !isPlain || line.includes('\n') || line.includes('  ');
  return (isSpaced ? line.replace(/\s+/g, ' ') : line).trim();
}

function withoutLinks(text: string): string {
  return (text.includes('![') ? text.replace(IMAGE, '') : text).replace(LINK, '$1');
}

function withoutMarkup(text: string): string {
  let rest = text.includes('<') ? text.replace(ADDRESS, '').replace(TAG, '') : text;
  if (/[*_~]/.test(rest)) rest = rest.replace(MARKS, '').replace(EMPHASIS, '$2');
  if (rest.includes('\\')) rest = rest.replace(ESCAPE, '$1');
  if (rest.includes('&')) rest = rest.replace(ENTITY, (_, name) => ENTITIES[name] ?? '');
  return rest;
}

/** Text as it is shown: without backticks, at most 300 UTF-16 units, cut at a word. */
export function shownText(said: string): string {
  const text = said.includes('`') ? said.replaceAll('`', '').replace(/\s+/g, ' ').trim() : said;
  if (text.length <= MOST) return text;
  const room = text.slice(0, MOST - 1);
  const space = room.lastIndexOf(' ');
  // A language without spaces is cut anywhere, but not within a character.
  const cut = space > MOST / 2 ? room.slice(0, space) : room.replace(/\p{Cs}$/u, '');
  return `${cut.replace(/[\s·,;:.–-]{1,20}$/, '')}…`;
}
