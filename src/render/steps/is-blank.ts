import type { Nodes } from 'hast';

/** Whether a node shows nothing: white space between elements, a comment. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}
