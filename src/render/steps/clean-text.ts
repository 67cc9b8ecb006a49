import type { Root } from 'hast';
import { dropHarmful } from '../../core/hidden-characters.ts';
import { walk } from './walk.ts';

/** Drops characters that reorder text, also those that came as `&#x202e;`. */
export function cleanText(root: Root): void {
  walk(root, (node) => {
    if (node.type === 'text') node.value = dropHarmful(node.value);
    if (node.type !== 'element') return undefined;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = dropHarmful(value);
    }
    return undefined;
  });
}
