/** The link-reference definitions of a text, `[label]: https://…`. */
export interface LinkDefinitions {
  /** The label that a line defines. Lines count from 0. */
  readonly labelOn: ReadonlyMap<number, string>;
  /** The first definition of each label, as a whole line: the one that counts in a whole file. */
  readonly byLabel: ReadonlyMap<string, string>;
}

const DEFINITION = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*\S/;
const REFERENCE = /\[([^[\]]{1,200})\]/g;

/** All definitions of a text, those in code left out. */
export function readDefinitions(lines: readonly string[], isCode: readonly boolean[]): LinkDefinitions {
  const labelOn = new Map<number, string>();
  const byLabel = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const written = isCode[index] ? undefined : DEFINITION.exec(line)?.[1];
    if (written === undefined) continue;
    const label = fold(written);
    labelOn.set(index, label);
    if (!byLabel.has(label)) byLabel.set(label, line);
  }
  return { labelOn, byLabel };
}

/** The labels that a text may refer to, as `[label]`, `[text][label]` or `[label][]`, each once. */
export function referredLabels(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(REFERENCE), ([, label]) => fold(label ?? '')))];
}

// Labels match without regard to case and white space: https://spec.commonmark.org/0.31.2/#matches
function fold(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
