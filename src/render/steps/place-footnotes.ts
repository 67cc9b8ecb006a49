import type { Element, Root } from 'hast';
import { makeElement } from './make-element.ts';
import { makeText } from './make-text.ts';
import { walk } from './walk.ts';

/**
 * Numbers footnotes by first reference and lists them at the end. One that nothing refers to is dropped, a reference
 * to none stays text. No links between the two: they would need ids.
 */
export function placeFootnotes(root: Root): void {
  const definitions = takeDefinitions(root);
  const numbers = new Map<string, number>();
  numberReferences(root, definitions, numbers);
  const items: Element[] = [];
  // A footnote may refer to a further one: the map grows while it is read.
  for (const label of numbers.keys()) {
    const definition = definitions.get(label);
    if (definition === undefined) continue;
    numberReferences(definition, definitions, numbers);
    items.push(makeElement('li', {}, definition.children));
  }
  if (items.length > 0) root.children.push(makeElement('hr', {}, []), makeElement('ol', {}, items));
}

function takeDefinitions(root: Root): Map<string, Element> {
  const definitions = new Map<string, Element>();
  walk(root, (node) => {
    const label = node.type === 'element' ? node.properties['dataFootnote'] : undefined;
    if (node.type !== 'element' || typeof label !== 'string') return undefined;
    if (!definitions.has(label)) definitions.set(label, node);
    return [];
  });
  return definitions;
}

function numberReferences(
  tree: Root | Element,
  definitions: ReadonlyMap<string, Element>,
  numbers: Map<string, number>,
): void {
  walk(tree, (node) => {
    const label = node.type === 'element' ? node.properties['dataFootnoteReference'] : undefined;
    if (typeof label !== 'string') return undefined;
    if (!definitions.has(label)) return [makeText(`[^${label}]`)];
    const number = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, number);
    return [makeElement('sup', {}, [makeText(String(number))])];
  });
}
