import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * Why a package is not as it should be. `host` does not answer, `format` is not what we read, `gone` says no such package,
 * `shrunk` lost too many releases to be believed, `identity` is another project under the old name,
 * `incomplete` answers with its newest releases only (GitHub without a token).
 */
export const FailureKind = z.enum(['host', 'format', 'gone', 'shrunk', 'identity', 'incomplete']);
export type FailureKind = z.infer<typeof FailureKind>;

/** No counter and no free text, so that a failure which lasts changes no byte. */
export const Failure = z.strictObject({
  package: z.string().startsWith('pkg:'),
  since: Instant,
  kind: FailureKind,
  status: z.int().min(100).max(599).optional(),
});
export type Failure = z.infer<typeof Failure>;

/** data/health.json. Empty when all is well. */
export const Health = z.strictObject({ format: z.literal(1), failing: z.array(Failure) });
export type Health = z.infer<typeof Health>;
