import type { TokenizerAndRendererExtension } from 'marked';
import { escapeHtml } from '../core/escape.ts';

const LABEL = '\\[\\^([^\\s[\\]]{1,100})\\]';
const REFERENCE = new RegExp(`^${LABEL}`);
const DEFINITION = new RegExp(`^ {0,3}${LABEL}:[ \\t]*`);
const DEFINITION_AHEAD = new RegExp(`^ {0,3}${LABEL}:`, 'm');
const INDENT = /^(?: {1,4}|\t)/;

/**
 * `[^label]` and `[^label]: text`, which marked does not know, as elements that `placeFootnotes` gathers. A definition
 * goes on over the lines of its paragraph, and over indented paragraphs after blank lines.
 */
export const footnoteSyntax: TokenizerAndRendererExtension[] = [
  {
    name: 'footnoteDefinition',
    level: 'block',
    // Where a paragraph has to end. Beyond the paragraph nobody asks, and a search to the end each time is quadratic.
    start: (source) => source.split('\n\n', 1)[0]?.match(DEFINITION_AHEAD)?.index,
    tokenizer(source) {
      const [opening, label] = DEFINITION.exec(source) ?? [];
      if (opening === undefined || label === undefined) return undefined;
      const raw = source.slice(0, definitionEnd(source));
      const text = raw.slice(opening.length).split('\n').map(unindent).join('\n');
      return { type: 'footnoteDefinition', raw, label, tokens: this.lexer.blockTokens(text, []) };
    },
    renderer(token) {
      const content = this.parser.parse(token.tokens ?? []);
      return `<div data-footnote="${escapeHtml(String(token['label']))}">${content}</div>\n`;
    },
  },
  {
    name: 'footnoteReference',
    level: 'inline',
    start: (source) => source.indexOf('[^'),
    tokenizer(source) {
      const [raw, label] = REFERENCE.exec(source) ?? [];
      return raw === undefined ? undefined : { type: 'footnoteReference', raw, label };
    },
    renderer: (token) => `<sup data-footnote-reference="${escapeHtml(String(token['label']))}"></sup>`,
  },
];

/** Where the definition at the start of a source ends: after its last line, before the blank lines that follow. */
function definitionEnd(source: string): number {
  let end = lineEnd(source, 0);
  for (let start = end; start < source.length; start = lineEnd(source, start)) {
    const line = source.slice(start, lineEnd(source, start));
    if (line.trim() === '') continue;
    const isAfterBlank = end < start;
    if (DEFINITION.test(line) || (isAfterBlank && !INDENT.test(line))) break;
    end = start + line.length;
  }
  return end;
}

function lineEnd(source: string, start: number): number {
  const newline = source.indexOf('\n', start);
  return newline < 0 ? source.length : newline + 1;
}

function unindent(line: string): string {
  return line.replace(INDENT, '');
}
