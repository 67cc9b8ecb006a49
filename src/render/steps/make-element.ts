import type { Element, ElementContent, Properties } from 'hast';

/** An element with its attributes, by their names in the tree (`className`). */
export function makeElement(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
