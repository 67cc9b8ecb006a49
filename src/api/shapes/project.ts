import { z } from 'zod';
import { Failure } from '../../core/health.ts';
import { SchemeId } from '../../core/watchlist.ts';
import { OPENING } from './opening.ts';
import { ApiRelease } from './release.ts';
import { Address, Dated, Moment, Purl } from './values.ts';

const Standing = z.strictObject({
  latest: Dated.optional().describe('the highest stable version'),
  upcoming: Dated.optional().describe('the highest pre-release, if it is above that'),
  newest: Dated.optional().describe('the newest stable release by date'),
  everyDays: z.number().nonnegative().optional().describe('median days between its last stable releases'),
});

const Track = z.strictObject({
  name: z.string().min(1),
  latest: Dated.describe('its highest stable version'),
  startedAt: Moment,
  newestAt: Moment.describe('when it last had a release'),
  kept: z.literal(true).optional().describe('it had releases after the next line began, or is the highest'),
});

const InList = z.strictObject({
  list: z.string().min(1),
  uses: z.string().min(1).optional().describe('the version in use there'),
});

const About = z.strictObject({
  description: z.string().optional(),
  license: z.string().optional(),
  homepage: z.url().optional(),
  repository: z.url().optional(),
  archived: z.literal(true).optional(),
});

const Trouble = z.strictObject({
  package: Purl,
  since: Moment,
  kind: Failure.shape.kind,
  status: Failure.shape.status,
});

/** A project, and its newest releases. */
export const ApiProject = z.strictObject({
  ...OPENING,
  id: z.string().min(1),
  name: z.string().min(1),
  package: Purl,
  channels: z.array(Purl).describe('further packages that ship the same versions'),
  scheme: SchemeId.describe('how its versions compare'),
  tags: z.array(z.string()),
  lists: z.array(InList),
  about: About.describe('what upstream says of it'),
  standing: Standing,
  tracks: z.array(Track).describe('its lines of releases, highest first'),
  advisories: z.array(z.string()).describe('ids of all that name one of its packages, worst first'),
  failing: z
    .array(Trouble)
    .min(1)
    .optional()
    .describe('packages of it that cannot be read at present, or, if `incomplete`, not as a whole'),
  page: Address,
  feed: Address,
  upstream: z.url().optional().describe('its page at its source'),
  count: z.int().nonnegative().describe('all its releases'),
  releases: z.array(ApiRelease).describe('newest first; those before them are in `older`'),
  older: Address.optional(),
});
export type ApiProject = z.infer<typeof ApiProject>;
