import type { FailureKind } from '../core/health.ts';

/** What each kind of failure means, as a reader is told. */
export const FAILURE_WORDS: Readonly<Record<FailureKind, string>> = {
  host: 'not reached',
  format: 'answers in a form we cannot read',
  gone: 'not found there',
  shrunk: 'lost too many releases to be believed',
  identity: 'another project has its name',
  incomplete: 'newest releases only',
};
