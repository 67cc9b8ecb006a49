import { z } from 'zod';
import { Instant } from '../../core/instant.ts';
import { Listings } from '../../core/listing.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import { Validator } from '../../platform/http/validators.ts';
import type { Fetched } from '../../sources/source.ts';

/** The first line of a file of answers. */
export const AnswersHead = z.strictObject({
  format: z.literal(1),
  startedAt: Instant,
  at: Instant,
  base: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  requests: z.record(z.string(), z.int().nonnegative()),
});

const Receipt = z.strictObject({ key: z.string(), validator: Validator });

/** One answer as it is handed from the job that asks to the job that writes. */
const StoredFetched = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('listed'), listings: Listings, receipts: z.array(Receipt) }),
  z.strictObject({ status: z.literal('unchanged') }),
  z.strictObject({ status: z.literal('gone'), reason: z.string(), code: z.int() }),
  z.strictObject({
    status: z.literal('failed'),
    by: z.enum(['host', 'format']),
    message: z.string(),
    remedy: z.string().optional(),
    code: z.int().optional(),
  }),
]);
type StoredFetched = z.infer<typeof StoredFetched>;

/** Every other line. */
export const StoredAnswer = z.strictObject({ package: z.string(), fetched: StoredFetched });

/** An answer without its error's cause: what went wrong, and the remedy, are kept. */
export function toStored(fetched: Fetched): StoredFetched | Exclude<Fetched, { status: 'failed' }> {
  if (fetched.status !== 'failed') return fetched;
  const { error } = fetched;
  const { message, remedy, status: code } = error;
  return { status: 'failed', by: error instanceof FormatError ? 'format' : 'host', message, remedy, code };
}

/** The answer as it was. */
export function fromStored(stored: StoredFetched): Fetched {
  if (stored.status !== 'failed') return stored;
  const { by, message, remedy, code } = stored;
  const details = { ...(remedy !== undefined && { remedy }), ...(code !== undefined && { status: code }) };
  return { status: 'failed', error: new (by === 'format' ? FormatError : HostError)(message, details) };
}
