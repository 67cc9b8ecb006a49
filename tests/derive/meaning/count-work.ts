/** What the patterns of a piece of work went through. */
export interface Work {
  /** Characters, from where each search began to where it ended. */
  readonly characters: number;
  /** Patterns that were given a text longer than a block. */
  readonly wide: ReadonlySet<string>;
}

/** Does a piece of work and counts what its patterns read: every method of texts that takes a pattern comes down to `exec`. */
export function countWork(work: () => void, longest: number): Work {
  const { exec } = RegExp.prototype;
  let characters = 0;
  const wide = new Set<string>();
  RegExp.prototype.exec = function counted(this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    characters += (found === null ? text.length : found.index + found[0].length) - from;
    if (text.length > longest) wide.add(this.source);
    return found;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return { characters, wide };
}
