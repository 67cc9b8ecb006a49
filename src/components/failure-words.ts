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

/** What a person can do about each, if anything. */
export const FAILURE_STEPS: Readonly<Record<FailureKind, string>> = {
  host: 'Nothing to do: it is asked again at the next run.',
  format:
    'If it lasts, report it to Tidings with the name of the package: its source has to learn the new form.',
  gone: 'If it has moved, change its line in the watchlist; if it has ended, remove it.',
  shrunk: 'Look at it upstream. What we hold stays until a listing can be believed again.',
  identity:
    'Find out who has the name now before you trust it. If the project goes on elsewhere, change its line in the watchlist.',
  incomplete: 'GitHub lists everything only to those who sign in: set GITHUB_TOKEN.',
};
