import { isGenericHeading } from './generic-heading.ts';
import { plainLine } from './plain-line.ts';
import { withoutComments } from './without-comments.ts';

const MOST = 280;
// Enough for 280 characters of text behind any usual preamble, and an end to the work.
const MOST_READ = 16_384;

const FENCE = /^\s*(?:```|~~~)/;
const HEADING = /^\s{0,3}#{1,6}\s+(\S.*)$/;
// Also a line that is bold as a whole, which many write for a heading.
const BOLD = /^\s*(?:\*\*([^*]{1,200})\*\*|__([^_]{1,200})__):?\s*$/;
const PREFIX = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/;
const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/;
// Rules, table rows, definitions of links and footnotes, alert markers, and the link to all changes.
const NO_TEXT =
  /^(?:[-*_=~\s]*$|\||\[[^\]]{1,200}\]:|\[!\w{1,20}\]\s*$|[*_]{0,2}full changelog[*_]{0,2}\s*:)/i;
const OPENING =
  /^(?:[\w/.-]{0,100}#\d{1,9}:?\s+)?(?:(?=\w*\d)[0-9a-f]{7,40}:?\s+)?(?:Thanks [^!]{1,200}! - )?/;
const CLOSING =
  /(?:\s+by @\S{1,60}(?: in \S{1,300})?|(?:,?\s+(?:\((?:closes )?(?:[\w/.-]{0,100}#\d{1,9}|[0-9a-f]{7,40})\)|closes [\w/.-]{0,100}#\d{1,9})){1,6})$/;

/**
 * The first lines of notes that say something, as plain text of at most 280 UTF-16 units, cut at a word. Items are set apart by ` · `.
 * Leaves out headings that any release has, images, comments, code blocks, tables, and who did it in which pull request.
 * Takes linear time: of notes without comments, the first 16 KB are read.
 */
export function renderExcerpt(notes: string): string {
  let text = '';
  let isCode = false;
  let goesOn = false;
  // Whole notes: the end of a comment may lie behind what is read.
  for (const line of withoutComments(notes).slice(0, MOST_READ).split('\n')) {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    const said = isCode || isFence ? '' : meaning(line);
    if (said !== '') text += joint(text, goesOn && !ITEM.test(line)) + said;
    if (text.length > MOST) break;
    goesOn = said !== '' && titleOf(line) === undefined;
  }
  return cutAtWord(text);
}

/** What a line says, without what only says where it came from. */
function meaning(line: string): string {
  const title = titleOf(line);
  if (title !== undefined) return isGenericHeading(plainLine(title)) ? '' : plainLine(title);
  const bare = line.replace(PREFIX, '');
  return NO_TEXT.test(bare) ? '' : plainLine(bare).replace(OPENING, '').replace(CLOSING, '');
}

function titleOf(line: string): string | undefined {
  const [, heading] = HEADING.exec(line) ?? [];
  const [, stars, underscores] = BOLD.exec(line) ?? [];
  return heading?.replace(/\s#+\s*$/, '') ?? stars ?? underscores;
}

function joint(text: string, isSameParagraph: boolean): string {
  if (text === '') return '';
  return isSameParagraph ? ' ' : ' · ';
}

function cutAtWord(text: string): string {
  if (text.length <= MOST) return text;
  const room = text.slice(0, MOST - 1);
  const space = room.lastIndexOf(' ');
  // A language without spaces is cut anywhere, but not within a character.
  const cut = space > MOST / 2 ? room.slice(0, space) : room.replace(/\p{Cs}$/u, '');
  return `${cut.replace(/[\s·,;:.–-]+$/, '')}…`;
}
