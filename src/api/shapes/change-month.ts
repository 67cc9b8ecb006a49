import { z } from 'zod';
import { OPENING } from './opening.ts';
import { Address, Moment, Purl } from './values.ts';

export const ApiChange = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('sha256 of what it says: the same for ever, on every copy of the site'),
  at: Moment.describe('when it was seen'),
  kind: z.string().min(1).describe('what happened, as in data/; kinds may be added'),
  severity: z.enum(['info', 'notice', 'alert']),
  project: z.string().min(1),
  package: Purl,
  version: z.string().min(1).optional().describe('as that package writes it'),
  subject: z.string().min(1).optional().describe('the name of the file or tag'),
  before: z
    .string()
    .optional()
    .describe('what it was: a digest, a commit, a moment, a value; of notes the sha256'),
  after: z.string().optional().describe('what it is now, likewise'),
  flap: z.literal(true).optional().describe('it undoes a change of the week before'),
  page: Address.optional().describe('where the site tells of it, with edited notes compared'),
});
export type ApiChange = z.infer<typeof ApiChange>;

/** What the ledger tells of a month. */
export const ApiChangeMonth = z.strictObject({
  ...OPENING,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  changes: z.array(ApiChange).min(1).describe('newest first'),
  older: Address.optional(),
});
export type ApiChangeMonth = z.infer<typeof ApiChangeMonth>;
