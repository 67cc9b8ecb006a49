const OPENING = '<!--';
const BLOCK = /^ {0,3}<!--/gm;

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
    if (end < 0) break;
    shown += text.slice(at, start);
    at = end + '-->'.length;
  }
  BLOCK.lastIndex = at;
  return shown + text.slice(at, BLOCK.exec(text)?.index);
}
