/** A button, as far as it matters here. */
interface Worded {
  textContent: string | null;
}

const SHOWN_FOR = 2_000;
const own = new WeakMap<Worded, string | null>();

/**
 * Copies a text, and lets the button that was pressed say so for a while.
 * @throws DOMException where the browser does not let this page copy
 */
export async function copyBy(
  button: Worded,
  text: string,
  write = (copied: string) => navigator.clipboard.writeText(copied),
): Promise<void> {
  await write(text);
  // Pressed again meanwhile, it already says something else.
  if (!own.has(button)) own.set(button, button.textContent);
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = own.get(button) ?? '';
  }, SHOWN_FOR);
}
