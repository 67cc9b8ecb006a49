/** The field that holds what is copied, as far as it matters here. */
export interface Lines {
  readonly value: string;
  focus(): void;
  select(): void;
}

/** Copies lines to the clipboard. Where the browser refuses, they are selected for the reader’s own hand. Says which it was. */
export async function copyLines(lines: Lines, write: (text: string) => Promise<void>): Promise<string> {
  try {
    await write(lines.value);
    return 'Copied.';
  } catch {
    lines.focus();
    lines.select();
    return 'The browser does not let this page copy. The addresses are selected: press Ctrl+C, or ⌘C.';
  }
}
