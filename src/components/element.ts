/** The attributes that are given to elements here. */
interface Given {
  readonly class?: string;
  readonly id?: string;
  readonly href?: string;
  readonly type?: string;
  readonly rel?: string;
  readonly dir?: string;
  readonly datetime?: string;
}

/** An element with its children. Text stays text: nothing here is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
