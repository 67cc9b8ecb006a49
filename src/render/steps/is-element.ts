import type { Element, Nodes } from 'hast';

/** Whether a node is an element of one of these names. */
export function isElement<const Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && names.some((name) => name === node.tagName);
}
