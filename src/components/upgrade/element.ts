/** What an element is made with: properties that are set as they are, and attributes. */
type Given<Name extends keyof HTMLElementTagNameMap> = Partial<
  Pick<HTMLElementTagNameMap[Name], 'className' | 'id' | 'lang'>
> & { readonly href?: string; readonly type?: string };

/** An element with its children. Text stays text: nothing here is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given<Name>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'string') made.setAttribute(key === 'className' ? 'class' : key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
