/** A heading of a markdown text. Lines count from 0. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The line on which it stands, and the first one after it (a setext heading has two lines). */
  readonly line: number;
  readonly end: number;
}

const ATX = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;
const BOLD = /^\*\*([^*]+)\*\*[ \t]*$/;
const BOLD_LEVEL = 7;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
// A rule below one of these is a thematic break, not the underline of a heading.
const NO_PARAGRAPH = /^(?: {4}|\t|\s*$| {0,3}(?:[-*+>]|\d{1,9}[.)]\s|#{1,6}\s|[=-]+[ \t]*$))/;
const LONGEST = 300;

/** The ATX and setext headings of a text, and as level 7 its bold lines; those in fenced code are left out. */
export function readHeadings(lines: readonly string[], isCode: readonly boolean[]): Heading[] {
  const headings: Heading[] = [];
  for (const [line, content] of lines.entries()) {
    if (isCode[line] || content.length > LONGEST) continue;
    const [, hashes, text] = ATX.exec(content) ?? [];
    const bold = BOLD.exec(content)?.[1];
    const underline = isCode[line + 1] ? undefined : SETEXT.exec(lines[line + 1] ?? '')?.[1];
    if (hashes !== undefined && text !== undefined) {
      headings.push({ level: hashes.length, text: text.replace(/[ \t]#+[ \t]*$/, ''), line, end: line + 1 });
    } else if (underline !== undefined && !NO_PARAGRAPH.test(content)) {
      headings.push({ level: underline.startsWith('=') ? 1 : 2, text: content.trim(), line, end: line + 2 });
    } else if (bold !== undefined) {
      headings.push({ level: BOLD_LEVEL, text: bold, line, end: line + 1 });
    }
  }
  return headings;
}

/**
 * Which lines belong to fenced code. A fence that nobody closes swallows the rest of a text for a renderer; here it
 * counts for nothing, so that one slip does not hide all older versions.
 */
export function findCode(lines: readonly string[]): boolean[] {
  const isCode = lines.map(() => false);
  let opened: { readonly fence: string; readonly line: number } | undefined;
  for (const [line, content] of lines.entries()) {
    const [, fence, info] = FENCE.exec(content) ?? [];
    if (opened === undefined) {
      const opens = fence !== undefined && !(fence.startsWith('`') && info?.includes('`'));
      if (opens) opened = { fence, line };
    } else if (fence?.startsWith(opened.fence) && info?.trim() === '') {
      isCode.fill(true, opened.line, line + 1);
      opened = undefined;
    }
  }
  return isCode;
}
