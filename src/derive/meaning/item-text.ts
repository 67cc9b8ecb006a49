// Hashes, numbers of issues and thanks in front of what was done.
const OPENING =
  /^(?:(?:[[(]{0,2}[\w/.-]{0,60}#\d{1,9}[\])]{0,2}|[[(]{0,2}`?(?=[\da-f`]{0,40}\d)[\da-f]{7,40}`?[\])]{0,2}):?,?\s{1,3}(?:- )?){0,4}(?:Thanks .{1,200}?! - )?/;
const STARTS = /^[[(`#\da-f]|^[\w/.-]{1,60}#|^Thanks /;
const REFERENCE =
  /^[[(]{0,2}`?(?:[\w/.-]{0,60}#\d{1,9}|(?=[\da-f]{0,40}\d)[\da-f]{7,40})`?[\])]{0,2}[.,;]?\)?$/;
const KEYWORD = /^\(?(?:closes|resolves|close|refs?|see|related|commit|prs?|via|issue)?:?$/i;
// “…, fixes #1”, but “several fixes (#1)”.
const FIXES = /[,(]\s?fixes$/i;
const AUTHOR = /\s{1,3}by @\S{1,60}(?:,? (?:and )?@\S{1,60}){0,8}(?: in)?$/;
const THANKS = /[\s(]{1,3}(?:thanks|kudos) to \p{L}.{0,300}$|[\s(]{1,3}(?:thanks|kudos) to @.{0,300}$/iu;
// Fewer characters than these tell nothing.
const LEAST = 8;
const LONGEST_AUTHORS = 300;

/** What an item says, without who did it, in which commit and for which issue; empty where it says no more than that. */
export function itemText(said: string): string {
  let text = withoutThanks(STARTS.test(said) ? said.replace(OPENING, '') : said);
  for (let turn = 0; turn < 12; turn += 1) {
    const rest = withoutLast(text);
    if (rest === undefined || rest.length < LEAST) break;
    text = rest;
  }
  return isReference(text) ? '' : text;
}

function isReference(word: string): boolean {
  return word.length < 120 && /[\d#]/.test(word) && REFERENCE.test(word);
}

function withoutThanks(text: string): string {
  if (!/\b(?:thanks|kudos) to\b/i.test(text)) return text;
  const rest = text.replace(THANKS, '');
  return rest.length < LEAST ? text : rest;
}

function withoutLast(text: string): string | undefined {
  const space = text.lastIndexOf(' ');
  if (space < 0) return undefined;
  if (isReference(text.slice(space + 1))) return withoutKeywords(text.slice(0, space));
  const tail = text.slice(-LONGEST_AUTHORS);
  const authors = tail.includes('by @') ? AUTHOR.exec(tail) : null;
  return authors === null ? undefined : text.slice(0, text.length - authors[0].length);
}

function withoutKeywords(text: string): string {
  let rest = trimmed(text);
  if (FIXES.test(rest)) return trimmed(rest.slice(0, -'fixes'.length - 1));
  for (let turn = 0; turn < 3; turn += 1) {
    const space = rest.lastIndexOf(' ');
    if (space < 0 || !KEYWORD.test(rest.slice(space + 1))) break;
    rest = trimmed(rest.slice(0, space));
  }
  return rest;
}

function trimmed(text: string): string {
  return text.replace(/[\s,]{1,8}$/, '');
}
