import { z } from 'zod';
import { AdvisoryId } from '../../core/advisory.ts';
import { SEVERITIES } from '../../derive/advisories/severities.ts';
import { OPENING } from './opening.ts';
import { Moment } from './values.ts';

const Concerned = z.strictObject({
  project: z.string().min(1),
  affected: z.int().nonnegative().describe('releases held here that are affected'),
  open: z.literal(true).optional().describe('the latest stable version is affected'),
  fixedIn: z.string().min(1).optional().describe('the version to go to from that one'),
  fixedBy: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('versions of the releases that fix it, newest first'),
});

const Listed = z.strictObject({
  id: AdvisoryId,
  aliases: z.array(AdvisoryId),
  summary: z.string().optional(),
  severity: z.enum(SEVERITIES),
  malware: z.literal(true).optional(),
  epss: z.number().optional().describe('the chance of an attack within 30 days, at least'),
  publishedAt: Moment,
  modifiedAt: Moment,
  url: z.url(),
  projects: z.array(Concerned).min(1),
});

/** The known vulnerabilities of what is followed, newest first. */
export const ApiAdvisoryList = z.strictObject({ ...OPENING, advisories: z.array(Listed) });
export type ApiAdvisoryList = z.infer<typeof ApiAdvisoryList>;
