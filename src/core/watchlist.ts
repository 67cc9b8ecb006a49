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
const Purl = z
  .string()
  .min(1)
  .max(512)
  .meta({ description: 'a purl, or the address of the package’s page', examples: ['pkg:npm/axios'] });

/*
 * What a key means stands with the key: docs/configuration.md and the schema for editors are written from it. `without` is what
 * counts where the key is absent.
 */

/** How the versions of a project are read. A view: changing it never changes what is stored, except for `since`. */
export const Track = z.strictObject({
  since: Day.meta({
    description:
      'releases before this day are not fetched, but for the one that upstream calls its latest; with several lists, the earliest day counts',
    examples: ['2025-01-01'],
    without: 'all are fetched',
  }).optional(),
  prereleases: z
    .boolean()
    .meta({ description: 'whether pre-releases are shown', examples: [false], without: '`true`' })
    .optional(),
  exclude: z
    .array(Label)
    .meta({
      description: 'globs of versions or tags to leave out',
      examples: [['*-canary.*']],
      without: 'nothing is left out',
    })
    .optional(),
  match: z
    .string()
    .max(255)
    .refine(isPattern, { error: 'expected a regular expression with a group (?<version>…)' })
    .meta({
      description:
        'for tags of repositories and images: a regular expression with a group `version`; what it does not match is another project’s',
      examples: ['astro@(?<version>.+)'],
      without: 'the version is found in the tag',
    })
    .optional(),
  oddMinors: z
    .literal('unstable')
    .meta({
      description: '`unstable` where 3.37 is the way to 3.38, as it was with GNOME',
      examples: ['unstable'],
      without: 'odd minor versions are like any other',
    })
    .optional(),
  scheme: SchemeId.meta({
    description: 'how versions compare',
    examples: ['semver'],
    without: 'what is usual for the type',
  }).optional(),
  rolling: z
    .array(Label)
    .meta({
      description: 'globs of tags that are meant to move: that they do is no news',
      examples: [['nightly']],
      without: '`nightly`, `latest`, `edge` and their like',
    })
    .optional(),
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
  package: Purl.meta({
    description: 'its primary package: a purl, or the address of its page',
    examples: ['pkg:npm/typescript'],
  }),
  name: Label.meta({
    description: 'what people call it',
    examples: ['TypeScript'],
    without: 'the last part of the purl, at npm with its scope',
  }).optional(),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, { error: 'expected lower-case letters, digits, “.” and “-”' })
    .meta({ description: 'its folder on the site', examples: ['typescript'], without: 'made from the name' })
    .optional(),
  channels: z
    .array(Purl)
    .meta({
      description:
        'further packages that ship the same versions: they add their dates and notes, never entries in the feed',
      examples: [['pkg:github/microsoft/TypeScript']],
      without: 'none',
    })
    .optional(),
  tags: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, { error: 'expected lower-case words' }))
    .meta({
      description: 'lower-case words to group by, each with a page and feeds',
      examples: [['infra', 'containers']],
      without: 'none',
    })
    .optional(),
  track: Track.meta({
    description: 'how its versions are read',
    examples: [{ since: '2025-01-01', prereleases: false }],
    without: 'all are shown',
  }).optional(),
  uses: z
    .string()
    .min(1)
    .max(255)
    .meta({
      description: 'the version in use here, in quotation marks: the site says how far behind it is',
      examples: ['1.33'],
      without: 'nothing is compared',
    })
    .optional(),
});
export type WatchedProject = z.infer<typeof WatchedProject>;

/** A file below data/watchlists: what a person or a team follows. */
export const Watchlist = z.strictObject({
  title: Label.meta({ description: 'what the list is called on the site', examples: ['Platform team'] }),
  projects: z
    .array(z.union([Purl, WatchedProject]))
    .min(1)
    .meta({
      description: 'what is followed: a line each, the package alone, or the keys of a project',
      examples: [['pkg:npm/axios']],
    }),
});
export type Watchlist = z.infer<typeof Watchlist>;
