import type { TestContext } from 'node:test';

/** Whether the whole of a simulation runs, as `npm run test:trust` does; a short one belongs to `npm test`. */
export const IS_FULL = process.env['TIDINGS_TRUST'] === 'full';

/** Hands the figures of a row to docs/reliability.md. A short run proves less, and says nothing. */
export function tell(test: TestContext, row: string, figures: string): void {
  if (IS_FULL) test.diagnostic(`trust | ${row} | ${figures}`);
}
