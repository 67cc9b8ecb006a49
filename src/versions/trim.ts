/** White space beyond ASCII that JavaScript, Python and .NET agree on; JavaScript alone counts U+FEFF. */
const SPACES =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** What each language leaves out at the ends of a text. */
export const BLANK = {
  // https://www.php.net/manual/en/function.trim.php
  php: ' \t\n\r\0\v',
  // https://docs.python.org/3/library/stdtypes.html#str.isspace
  python: ` \t\n\v\f\r\x1c\x1d\x1e\x1f\x85${SPACES}`,
  // https://docs.ruby-lang.org/en/master/regexp_rdoc.html: \s
  ruby: ' \t\n\v\f\r',
  // https://learn.microsoft.com/dotnet/api/system.char.iswhitespace
  dotnet: ` \t\n\v\f\r\x85${SPACES}`,
} as const;

/** The text without these characters at its ends. By steps, since patterns for an end take quadratic time. */
export function trim(text: string, blank: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.includes(text.charAt(start))) start += 1;
  while (end > start && blank.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
