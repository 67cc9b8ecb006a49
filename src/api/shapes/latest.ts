import { z } from 'zod';
import { OPENING } from './opening.ts';
import { ApiRelease } from './release.ts';
import { Purl } from './values.ts';

const { version, tag, at } = ApiRelease.shape;

/** The version to use of each project. One without a stable release is left out. */
export const ApiLatest = z.strictObject({
  ...OPENING,
  projects: z
    .record(z.string(), z.strictObject({ version, tag, at, package: Purl }))
    .describe('by the id of the project'),
});
export type ApiLatest = z.infer<typeof ApiLatest>;
