import { dropHidden } from '../core/hidden-characters.ts';
import { shortenUrl } from './shorten-url.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

// Every repetition has an end, so that no line of brackets takes quadratic time.
const IMAGE = /!\[[^[\]]{0,300}\](?:\([^()]{0,1000}\)|\[[^[\]]{0,100}\])/g;
const AUTOLINK = /<(https?:[^<>\s]{1,1000})>/g;
const TAG = /<\/?[a-z][^<>]{0,1000}>/gi;
const LINK = /(?<!\\)\[([^[\]]{0,300})\](?:\([^()]{0,1000}\)|\[[^[\]]{0,100}\])/g;
const GITHUB = /https:\/\/github\.com\/[^\s)<>]{1,300}(?<=[\w/])/g;
const STRONG = /\*\*|~~/g;
const EMPHASIS = /(?<![\w*\\])(\*|__?)(?=\S)([^*\n]{1,300}?)(?<=\S)\1(?![\w*])/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39);/g;
const CODE = /`{1,2}([^`]{1,1000})`{1,2}/;

// Each kind of markup with what it cannot do without: asking for that is far cheaper than looking for the whole.
const OUTSIDE_CODE: readonly (readonly [sign: RegExp, drop: (text: string) => string])[] = [
  [/</, (text) => text.replace(AUTOLINK, '$1').replace(TAG, '')],
  [/github/, (text) => text.replace(GITHUB, (address) => shortenUrl(address, undefined) ?? address)],
  [/[*_~]/, (text) => text.replace(STRONG, '').replace(EMPHASIS, '$2')],
  [/\\/, (text) => text.replace(ESCAPE, '$1')],
  [/&/, (text) => text.replace(ENTITY, (_, name) => ENTITIES[name] ?? '')],
];
// White space but for a single blank.
const SPACE = /\s{2,}|[^\S ]/g;

/** One line of markdown without its markup: of a link the text, of an image nothing, of code the code. */
export function plainLine(line: string): string {
  // Links first: the text of one is often code. Then every other part is code, which holds no markup.
  const unlinked = line.includes('[') ? line.replace(IMAGE, '').replace(LINK, '$1') : line;
  const parts = unlinked.split(CODE);
  const text = parts.map((part, index) => (index % 2 === 0 ? withoutMarkup(part) : part)).join('');
  return dropHidden(text).replace(SPACE, ' ').trim();
}

function withoutMarkup(text: string): string {
  let left = text;
  for (const [sign, drop] of OUTSIDE_CODE) if (sign.test(left)) left = drop(left);
  return left;
}
