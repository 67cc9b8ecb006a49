/**
 * When the world of the site under test is looked at, first and again. A fixed day, since pages show it: their pictures must be
 * the same on every day.
 */
export const FIRST_LOOK = '2026-11-26T09:00:00Z';
export const SECOND_LOOK = '2026-11-27T09:00:00Z';

/** When its reader comes by. */
export const VISIT = '2026-11-28T09:00:00Z';
