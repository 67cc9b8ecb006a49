import { join } from 'node:path';
import { z } from 'zod';
import { Advisory, AdvisoryId, Modified } from '../../core/advisory.ts';
import { Instant } from '../../core/instant.ts';
import { ConfigError } from '../../platform/errors.ts';
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts';
import { parseIfJson } from '../../platform/parse-if-json.ts';

/** A question that had no answer: about a package, a record or a page of a list. */
const AdviseFailure = z.strictObject({
  subject: z.string(),
  database: z.string(),
  problem: z.string(),
  remedy: z.string().optional(),
});
export type AdviseFailure = z.infer<typeof AdviseFailure>;

/** One record as a database gave it; without `record`, the database knows it no longer. */
const AnsweredRecord = z.strictObject({
  id: AdvisoryId,
  /** The moment of the one that we held when we asked: whoever wrote another one meanwhile knew more. */
  before: Modified.optional(),
  record: Advisory.optional(),
});
export type AnsweredRecord = z.infer<typeof AnsweredRecord>;

/** What the databases answered, before anything is written. */
export const AdviseAnswers = z.strictObject({
  format: z.literal(1),
  /** When the last answer was there. */
  at: Instant,
  asked: z.int().nonnegative(),
  unasked: z.int().nonnegative(),
  /** Packages whose list was read to its end. */
  listed: z.int().nonnegative(),
  /** Parts of answers that could not be read. */
  dropped: z.int().nonnegative(),
  records: z.array(AnsweredRecord),
  /** The probability of an attack by id, as GitHub gave it. */
  rates: z.array(z.strictObject({ id: AdvisoryId, probability: z.number().min(0).max(1) })),
  failures: z.array(AdviseFailure),
  requests: z.record(z.string(), z.int().nonnegative()),
});
export type AdviseAnswers = z.infer<typeof AdviseAnswers>;

const NAME = 'advisories.json';

/** Writes answers into a folder, for another run to apply. */
export async function writeAdviseAnswers(folder: string, answers: AdviseAnswers): Promise<void> {
  await writeFileAtomic(join(folder, NAME), `${JSON.stringify(answers)}\n`);
}

/** @throws ConfigError if the folder holds none, or they are not whole */
export async function readAdviseAnswers(folder: string): Promise<AdviseAnswers> {
  const path = join(folder, NAME);
  const { data, error } = AdviseAnswers.safeParse(parseIfJson((await readFileIfThere(path)) ?? ''));
  if (data !== undefined) return data;
  throw new ConfigError(`${path}: is no whole file of answers`, {
    cause: error,
    remedy: 'write it first: npm run advise -- --out <folder>',
  });
}
