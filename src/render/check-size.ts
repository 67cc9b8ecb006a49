import type { Element, Nodes } from 'hast';
import type { Limits } from './limits.ts';

/**
 * Counts without recursion, since what it guards against overflows the stack.
 * @returns the names of its elements and of their attributes: what is not among them need not be looked for
 * @throws RangeError for a tree with too many nodes, or nested too deeply
 */
export function checkSize(
  tree: Nodes,
  { nodes, depth }: Pick<Limits, 'nodes' | 'depth'>,
): ReadonlySet<string> {
  const names = new Set<string>();
  let level: Nodes[] = [tree];
  let count = 0;
  for (let height = 0; level.length > 0; height += 1) {
    count += level.length;
    if (count > nodes) throw new RangeError(`more than ${nodes} nodes`);
    if (height > depth) throw new RangeError(`nested deeper than ${depth} elements`);
    const below: Nodes[] = [];
    for (const node of level) {
      if (!('children' in node)) continue;
      if (node.type === 'element') addNames(node, names);
      for (const child of node.children) below.push(child);
    }
    level = below;
  }
  return names;
}

function addNames({ tagName, properties }: Element, names: Set<string>): void {
  names.add(tagName);
  for (const property in properties) names.add(property);
}
