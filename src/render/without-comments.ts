const OPENING = '<!--';
// Also in quotations and items of lists. No `^`, which takes U+2028 for the end of a line.
const BLOCK = /(?<![^\n\r])(?: {0,3}(?:>|(?:[-*+]|\d{1,9}[.)]) )){0,9} {0,3}<!--/g;

/**
 * A text without the comments of HTML. One that has no end hides all that follows where it begins a line, and is text elsewhere:
 * https://spec.commonmark.org/0.31.2/#html-blocks. Takes linear time.
 */
export function withoutComments(text: string): string {
  let shown = '';
  let at = 0;
  for (let start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, at)) {
    // `<!-->` is a whole one.
    const end = text.indexOf('-->', start + '<!'.length);
    shown += text.slice(at, end < 0 ? blockFrom(text, at) : start);
    if (end < 0) return shown;
    at = end + '-->'.length;
  }
  return shown + text.slice(at);
}

function blockFrom(text: string, at: number): number | undefined {
  BLOCK.lastIndex = at;
  return BLOCK.exec(text)?.index;
}
