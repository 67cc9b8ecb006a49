/** What one document may cost before it is shown as plain text instead. */
export interface Limits {
  /** Length of the notes in UTF-16 units. */
  readonly characters: number;
  /** Nodes of the parsed HTML. */
  readonly nodes: number;
  /** Elements inside each other. Below what overflows the stack, so that the outcome never hangs on the machine's stack. */
  readonly depth: number;
  /** Computing time in a worker, in milliseconds. */
  readonly milliseconds: number;
  /** Heap of a worker, in MB. */
  readonly megabytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  characters: 65_536,
  nodes: 10_000,
  depth: 200,
  milliseconds: 2_000,
  megabytes: 256,
};
