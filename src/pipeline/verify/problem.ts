/** Something in the history that does not follow from the rest of it: where, what, and what ought to be there instead. */
export interface Problem {
  /** Its id; absent for what is not committed. */
  readonly commit?: string | undefined;
  /** Below data/. */
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly problem: string;
  readonly expected?: string | undefined;
  readonly there?: string | undefined;
}

export type Report = (problem: Problem) => void;
