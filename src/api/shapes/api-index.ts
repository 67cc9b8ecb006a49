import { z } from 'zod';
import { OPENING } from './opening.ts';
import { Address, Moment } from './values.ts';

const Count = z.int().nonnegative();

const Months = z
  .array(z.strictObject({ month: z.string(), count: Count, documents: z.array(Address).min(1) }))
  .describe('newest first; within one, the newest document last');

/** What there is. */
export const ApiIndex = z.strictObject({
  ...OPENING,
  asOf: Moment.describe('the newest moment that is known here'),
  counts: z.strictObject({
    projects: Count,
    packages: Count,
    releases: Count,
    changes: Count,
    advisories: Count,
    failing: Count.describe('packages that cannot be read at present'),
  }),
  lists: z.array(z.strictObject({ list: z.string(), title: z.string(), projects: Count, page: Address })),
  documents: z
    .array(z.strictObject({ path: z.string(), summary: z.string() }))
    .describe('addresses, with what to fill in in braces'),
  releases: Months,
  changes: Months,
});
export type ApiIndex = z.infer<typeof ApiIndex>;
