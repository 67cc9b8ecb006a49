import type { UseState } from './behind.ts';

/** Where a version in use stands, in words; one that is behind is told by how far. */
export const USE_WORDS: Readonly<Record<UseState, string>> = {
  behind: 'behind',
  current: 'up to date',
  ahead: 'ahead of the latest',
  unreadable: 'no version of this project',
  unknown: 'no stable release is known',
};
