import { z } from 'zod';
import { OPENING } from './opening.ts';
import { ApiRelease } from './release.ts';
import { Address } from './values.ts';

/** Older releases of a project of many. */
export const ApiProjectPage = z.strictObject({
  ...OPENING,
  project: z.string().min(1),
  number: z.int().positive().describe('counted from the oldest'),
  releases: z.array(ApiRelease).min(1).describe('newest first'),
  older: Address.optional(),
});
export type ApiProjectPage = z.infer<typeof ApiProjectPage>;
