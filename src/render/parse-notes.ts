import type { Root } from 'hast';
import { Lexer, Marked } from 'marked';
import { parseHtml } from './parse-html.ts';
import { toHtml } from './to-html.ts';
import { tokensToTree } from './tokens-to-tree.ts';

// Raw HTML, footnotes, character references, what HTML cannot hold. `&\` may become a reference: `&\#60;`.
const NEEDS_HTML = /[<\0]|\[\^|&[#\w\\]/;

const { defaults } = new Marked({ gfm: true });

/** GitHub-flavoured markdown → the tree of its unsafe HTML. `breaks`: a newline is a line break. */
export function parseNotes(markdown: string, breaks: boolean): Root {
  if (NEEDS_HTML.test(markdown) || !markdown.isWellFormed()) return parseHtml(toHtml(markdown, breaks));
  return tokensToTree(Lexer.lex(markdown, { ...defaults, breaks }));
}
