import { dropInvisible } from './invisible.ts';

// A line with one of these shows another text than it holds. https://trojansource.codes/
const MISLEADING = /[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

const ELEMENTS =
  'a|abbr|article|aside|audio|b|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr';
const TAG = new RegExp(`<\\/?(${ELEMENTS})(?:[\\s/][^<>]{0,2000})?>`, 'gi');
const BREAKING = /^(?:blockquote|br|dd|div|dt|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)$/i;
const UNSHOWN = /<(script|style|template|noscript|title|textarea)\b[^<>]{0,2000}>[\s\S]*?(?:<\/\1\s*>|$)/gi;

// Every repetition has an end, so that no line of brackets takes quadratic time.
const IMAGE = /!\[[^[\]]{0,300}\](?:\([^()]{0,1000}\)|\[[^[\]]{0,100}\])/g;
const LINK = /\[([^[\]]{0,300})\](?:\([^()]{0,1000}\)|\[[^[\]]{0,100}\])/g;
const DEFINITION = /^[ >]{0,8}\[[^\]\n]{1,200}\]:.*$/gm;
const ADDRESS = /<?\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s<>)\]}"'`]{0,2000}>?/gi;

// Who did it: a mention that nobody asked for.
const CREDIT =
  /[ \t]{1,4}by (?:@[\w-]{1,40}(?:\[bot\])?(?:,? (?:and )?)?){1,10}(?:[ \t]{1,4}in\b)?[ \t]*$|\(@[\w-]{1,40}\)|thanks (?:to )?@[\w-]{1,40}!?(?: - )?/gim;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

/**
 * Notes as a reader sees them, line by line: NFC, without comments, HTML tags, images, addresses and anything invisible. Links are
 * their text. This is what a model is given, and what its quotations are looked up in.
 */
export function readableNotes(notes: string): string {
  const honest = notes
    .toWellFormed()
    .replace(/[\u2028\u2029\r]/g, '\n')
    .split('\n')
    .filter((line) => !MISLEADING.test(line))
    .join('\n');
  const shown = withoutComments(dropInvisible(honest.normalize('NFC'))).replace(UNSHOWN, '');
  const plain = shown
    .replace(DEFINITION, '')
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(ADDRESS, '')
    .replace(TAG, (_, name: string) => (BREAKING.test(name) ? '\n' : ''))
    .replace(ENTITY, decode)
    .replace(CREDIT, '');
  // What was spelt as entities may be invisible, or an address, once more.
  return dropInvisible(plain)
    .replace(ADDRESS, '')
    .split('\n')
    .map((line) => line.replaceAll('\t', '  ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

// A comment that is never closed hides all that follows.
function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  const shown = rest.map((part) => {
    const end = part.indexOf('-->');
    return end < 0 ? '' : part.slice(end + '-->'.length);
  });
  return first + shown.join('');
}

function decode(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10_ffff ? String.fromCodePoint(code).toWellFormed() : '';
}
