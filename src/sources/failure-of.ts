import { FormatError, HostError } from '../platform/errors.ts';

/**
 * What the failure of a secondary request means: `passing` may be over by the next run, `lasting` stays until upstream changes.
 * @throws the error itself, if it is none of upstream's
 */
export function failureOf(error: unknown): 'lasting' | 'passing' {
  if (error instanceof FormatError) return 'lasting';
  if (!(error instanceof HostError)) throw error;
  const { status } = error;
  const isPassing = status === undefined || status === 408 || status === 429 || status >= 500;
  return isPassing ? 'passing' : 'lasting';
}
