import { plainLine } from './plain-line.ts';
import { withoutComments } from './without-comments.ts';

const PREFIX = /^[\s>]*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/;
// Fences, rules, the line below the head of a table, and definitions of links.
// What a rule is made of begins with no white space, which only the first part takes: else a line of it takes quadratic time.
const NO_TEXT = /^[\s>]*(?:(?:```|~~~).*|(?:[-*_=~:|][-*_=~:|\s]*)?|\[[^\]]{1,200}\]:.*)$/;

/** All that notes say, as one line of plain text: what a search goes through, and shows parts of. Takes linear time. */
export function searchableText(notes: string): string {
  return withoutComments(notes)
    .split('\n')
    .filter((line) => !NO_TEXT.test(line))
    .map((line) => plainLine(withoutCells(line).replace(PREFIX, '')))
    .filter((line) => line !== '')
    .join(' ');
}

function withoutCells(line: string): string {
  return /^\s*\|/.test(line) ? line.replaceAll('|', ' ') : line;
}
