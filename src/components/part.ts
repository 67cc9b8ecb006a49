/**
 * A part of the page, or of an element in it, that a script needs.
 * @throws Error where it is not there
 */
export function part<Kind extends HTMLElement>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}
