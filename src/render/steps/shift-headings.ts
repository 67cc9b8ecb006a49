import type { Root } from 'hast';
import { walk } from './walk.ts';

const TOP = 3;
const HEADING = /^h([1-6])$/;

/** Fits the headings below the page's own: the first level is h3, and none skips a level, whatever the author chose. */
export function shiftHeadings(root: Root): void {
  const open: number[] = [];
  walk(root, (node) => {
    const digit = node.type === 'element' ? HEADING.exec(node.tagName)?.[1] : undefined;
    if (node.type !== 'element' || digit === undefined) return undefined;
    const level = Number(digit);
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    node.tagName = `h${Math.min(TOP + open.length - 1, 6)}`;
    return undefined;
  });
}
