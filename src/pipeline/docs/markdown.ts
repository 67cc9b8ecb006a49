/** A markdown table, with a final newline. Cells may hold markdown; a line break or a `|` in one is made harmless. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map(() => '---');
  return [head, rule, ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Text as inline code. It must hold no backtick. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** The frontmatter of a page of the docs. `order` is its place among the pages of its group. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly order: number;
}

/** A generated page of the docs: what Astro reads in front of it, a word on its origin, and its body. */
export function generatedPage({ title, description, group, order }: PageHead, body: string): string {
  const front = `---\ntitle: ${title}\ndescription: ${description}\ngroup: ${group}\norder: ${order}\n---\n`;
  return `${front}\n<!-- Written by npm run docs. Change the code that it is written from. -->\n\n${body}`;
}
