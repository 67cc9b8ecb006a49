import { Marked } from 'marked';
import { footnoteSyntax } from './footnote-syntax.ts';

const plain = new Marked({ gfm: true });
// Two further rules at every step of the lexer: only for notes that need them.
const withFootnotes = new Marked({ gfm: true }).use({ extensions: footnoteSyntax });

/** GitHub-flavoured markdown → unsafe HTML. `breaks`: a newline is a line break. */
export function toHtml(markdown: string, breaks: boolean): string {
  const marked = markdown.includes('[^') ? withFootnotes : plain;
  return marked.parse(markdown, { async: false, breaks });
}
