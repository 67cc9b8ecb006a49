import { z } from 'zod';
import { OPENING } from './opening.ts';
import { ApiRelease } from './release.ts';
import { Address } from './values.ts';

const { id, version, at, step, prerelease, withdrawnAt, page } = ApiRelease.shape;

const Line = z.strictObject({
  id,
  project: z.string().min(1),
  version,
  at,
  step,
  prerelease,
  breaking: z.literal(true).optional(),
  security: z.literal(true).optional(),
  yanked: z.literal(true).optional(),
  deprecated: z.literal(true).optional(),
  withdrawnAt,
  page,
});

/** The releases of all projects in a month, in short: their projects tell the rest. */
export const ApiReleaseMonth = z.strictObject({
  ...OPENING,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  releases: z.array(Line).min(1).describe('newest first'),
  older: Address.optional(),
});
export type ApiReleaseMonth = z.infer<typeof ApiReleaseMonth>;
