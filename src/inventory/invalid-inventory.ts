/** A file that cannot be read as what it says it is. The subject is the file, told by whoever opened it. */
export class InvalidInventory extends Error {
  readonly subject: string;
  readonly problem: string;
  /** What a person can do about it, one sentence. */
  readonly remedy: string;

  constructor(subject: string, problem: string, remedy: string, cause?: unknown) {
    super(`${subject === '' ? '' : `${subject}: `}${problem}`, cause === undefined ? undefined : { cause });
    this.name = 'InvalidInventory';
    this.subject = subject;
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** What a reader throws, which does not know the file’s name. */
export function invalid(problem: string, remedy: string, cause?: unknown): InvalidInventory {
  return new InvalidInventory('', problem, remedy, cause);
}
