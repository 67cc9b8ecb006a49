/**
 * A part of a page or of an element in it.
 * @throws Error where it is not there
 */
export function part<Kind extends HTMLElement>(
  within: ParentNode,
  selector: string,
  kind: new () => Kind,
): Kind {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`reader: the page has no ${selector}`);
}
