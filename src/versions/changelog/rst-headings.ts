import type { Heading } from './markdown-headings.ts';

const RULE = /^([!-/:-@[-`{-~])\1*$/;
const DEEPEST = 6;
const LONGEST = 300;

/**
 * The section titles of a reStructuredText: a line with an underline of any punctuation that is at least as long, perhaps
 * with an overline as well. Levels are in order of first appearance, whatever the marks.
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#sections
 */
export function readRstHeadings(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  const styles: string[] = [];
  let free = 0;
  for (const [index, content] of lines.entries()) {
    const rule = ruleOf(lines[index + 1]);
    const text = content.trim();
    if (rule === undefined || !isTitle(content, rule)) continue;
    const isOverlined = index > free && ruleOf(lines[index - 1]) === rule;
    // An indented title needs its overline; else it is part of a paragraph or of a literal block.
    if (!isOverlined && /^\s/.test(content)) continue;
    const style = `${rule[0]}${isOverlined}`;
    if (!styles.includes(style)) styles.push(style);
    const level = Math.min(styles.indexOf(style) + 1, DEEPEST);
    free = index + 2;
    headings.push({ level, text, line: isOverlined ? index - 1 : index, end: free });
  }
  return headings;
}

function ruleOf(line: string | undefined): string | undefined {
  const rule = line?.trimEnd() ?? '';
  return rule.length <= LONGEST && RULE.test(rule) ? rule : undefined;
}

function isTitle(content: string, rule: string): boolean {
  const text = content.trim();
  return text !== '' && content.length <= LONGEST && text.length <= rule.length && ruleOf(text) === undefined;
}
