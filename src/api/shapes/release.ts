import { z } from 'zod';
import { Address, Moment, Purl } from './values.ts';

/** Why a release is marked. */
const Mark = z.strictObject({
  rule: z
    .string()
    .min(1)
    .describe('the rule that set it: one for notes, `version` for its number, `advisory-fixed` for a record'),
  quote: z.string().optional().describe('the words of the notes that the rule went by'),
});

const Affliction = z.strictObject({
  id: z.string().min(1),
  fixedIn: z.string().min(1).optional().describe('the version to go to, where a record names one'),
});

const Notes = z.strictObject({
  hash: z
    .string()
    .regex(/^sha256:/)
    .describe('of the text as it lies in data/, lines joined by LF'),
  from: z.enum(['release', 'tag', 'changelog', 'feed']),
  package: Purl.describe('the package that wrote them'),
});

const ChannelRelease = z.strictObject({
  package: Purl,
  version: z.string().min(1).describe('as that package writes it'),
  at: Moment.optional().describe('when it came out there, where that is known'),
});

/** A release of a project. What is absent is false, empty or unknown. */
export const ApiRelease = z.strictObject({
  id: z.string().regex(/^pkg:/).describe('its purl: the same for ever, on every copy of the site'),
  version: z.string().min(1),
  tag: z.string().min(1).optional().describe('what upstream calls it, where that is more than its version'),
  at: Moment.describe('when it came out'),
  seenAt: Moment.describe('when it was first seen here'),
  step: z.enum(['major', 'minor', 'patch', 'prerelease', 'other']),
  prerelease: z.literal(true).optional(),
  breaking: Mark.optional(),
  security: Mark.optional(),
  yanked: z.string().optional().describe('why, in the words of upstream'),
  deprecated: z.string().optional().describe('why, in the words of upstream'),
  missingSince: Moment.optional().describe('upstream does not list it, which may be a slip'),
  withdrawnAt: Moment.optional().describe('upstream took it back'),
  commit: z.string().optional(),
  immutable: z.literal(true).optional().describe('tag and files are locked upstream'),
  provenance: z.string().optional().describe('the type of its attestation'),
  fixes: z.array(z.string()).min(1).optional().describe('ids of the advisories that it fixes'),
  affectedBy: z
    .array(Affliction)
    .min(1)
    .optional()
    .describe('the advisories that it is affected by, worst first'),
  notes: Notes.optional(),
  channels: z.array(ChannelRelease).min(1).optional().describe('other packages that ship it'),
  page: Address.describe('its page, with the notes'),
  upstream: z.url().optional().describe('its page at its source'),
});
export type ApiRelease = z.infer<typeof ApiRelease>;
