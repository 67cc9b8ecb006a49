// Hashes, numbers of issues and thanks in front of what was done.
const OPENING =
  /^(?:(?:[[(]{0,2}[\w/.-]{0,60}#\d{1,9}[\])]{0,2}|[[(]{0,2}`?(?=[\da-f`]{0,40}\d)[\da-f]{7,40}`?[\])]{0,2}):?,?\s{1,3}(?:- )?){0,4}(?:Thanks .{1,200}?! - )?/;
const REFERENCE =
  /^[[(]{0,2}`?(?:[\w/.-]{0,60}#\d{1,9}|(?=[\da-f]{0,40}\d)[\da-f]{7,40})`?[\])]{0,2}[.,;]?\)?$/;
const BEFORE_REFERENCE = /^\(?(?:closes|fixes|resolves|close|refs?|see|commit|pr|via|,)?:?$/i;
const AUTHOR = /\s{1,3}by @\S{1,60}(?:,? (?:and )?@\S{1,60}){0,8}(?: in)?$/;
// Fewer characters than these tell nothing.
const LEAST = 8;
const LONGEST_AUTHORS = 300;

/** What an item says, without who did it, in which commit and for which issue. */
export function itemText(said: string): string {
  let text = said.replace(OPENING, '');
  for (let turn = 0; turn < 12; turn += 1) {
    const rest = withoutLast(text);
    if (rest === undefined || rest.length < LEAST) break;
    text = rest;
  }
  return text === '' ? said : text;
}

function withoutLast(text: string): string | undefined {
  const space = text.lastIndexOf(' ');
  if (space < 0) return undefined;
  if (REFERENCE.test(text.slice(space + 1))) return withoutKeyword(text.slice(0, space));
  const tail = text.slice(-LONGEST_AUTHORS);
  const authors = tail.includes('by @') ? AUTHOR.exec(tail) : null;
  return authors === null ? undefined : text.slice(0, text.length - authors[0].length);
}

function withoutKeyword(text: string): string {
  const rest = text.replace(/[\s,]{1,8}$/, '');
  const space = rest.lastIndexOf(' ');
  return BEFORE_REFERENCE.test(rest.slice(space + 1))
    ? rest.slice(0, space).replace(/[\s,]{1,8}$/, '')
    : rest;
}
