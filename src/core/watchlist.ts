import { z } from 'zod';

/** The schemes that a watchlist may name. A package's own follows from its type. */
export const SchemeId = z.enum([
  'semver',
  'pep440',
  'maven',
  'debian',
  'rpm',
  'rubygems',
  'composer',
  'nuget',
  'go',
  'calver',
  'docker',
  'loose',
]);
export type SchemeId = z.infer<typeof SchemeId>;

const Day = z.iso.date({ error: 'expected a date such as 2025-01-01' });
const Label = z.string().min(1).max(100);
const Purl = z.string().min(1).max(512).describe('a purl, or the address of the project’s page');

/** How the versions of a project are read. A view: changing it never changes what is stored, except for `since`. */
export const Track = z.strictObject({
  scheme: SchemeId.optional(),
  prereleases: z.boolean().optional().describe('false leaves pre-releases out of the feeds'),
  match: z
    .string()
    .max(255)
    .refine(isPattern, { error: 'expected a regular expression with a group (?<version>…)' })
    .optional()
    .describe('a regular expression that picks the version out of a tag, in a group named version'),
  oddMinors: z
    .literal('unstable')
    .optional()
    .describe('an odd minor version, such as 3.37, is a pre-release of the even one above it'),
  exclude: z.array(Label).optional().describe('globs of versions or tags to leave out'),
  rolling: z.array(Label).optional().describe('globs of tags that are meant to move'),
  since: Day.optional().describe('older releases are not fetched'),
});
export type Track = z.infer<typeof Track>;

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp && source.includes('(?<version>');
  } catch {
    return false; // The only way to ask whether a pattern compiles.
  }
}

export const WatchedProject = z.strictObject({
  package: Purl,
  name: Label.optional(),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, { error: 'expected lower-case letters, digits, “.” and “-”' })
    .optional(),
  channels: z.array(Purl).optional().describe('further packages that ship the same versions'),
  tags: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, { error: 'expected lower-case words' }))
    .optional(),
  track: Track.optional(),
  uses: z.string().min(1).max(255).optional().describe('the version in use here'),
});
export type WatchedProject = z.infer<typeof WatchedProject>;

/** A file below data/watchlists: what a person or a team follows. */
export const Watchlist = z.strictObject({
  title: Label,
  projects: z.array(z.union([Purl, WatchedProject])).min(1),
});
export type Watchlist = z.infer<typeof Watchlist>;
