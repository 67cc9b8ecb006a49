import { z } from 'zod';
import { Instant } from './instant.ts';
import { WebAddress } from './web-address.ts';

/**
 * The id of a record: `GHSA-jr5f-v2jv-69x6`, `PYSEC-2024-60`, `MAL-2025-11`. It becomes the name of a file, so that nothing but
 * letters, digits and dashes between them will do.
 */
export const AdvisoryId = z
  .string()
  .max(64)
  .regex(/^[A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+$/, { error: 'expected an id such as GHSA-jr5f-v2jv-69x6' });
export type AdvisoryId = z.infer<typeof AdvisoryId>;

/** When the database changed a record, to the fraction of a second that it gives: two edits within a second are two. */
export const Modified = z.string().refine((text) => Instant.safeParse(secondsOf(text)).success, {
  error: 'expected an instant such as 2026-11-20T10:00:00.25Z',
});

function secondsOf(text: string): string {
  return text.replace(/\.\d{0,8}[1-9]Z$/, 'Z');
}

/** The moment of a record, to the second. */
export function modifiedAt({ modified }: Pick<Advisory, 'modified'>): Instant {
  return secondsOf(modified);
}

/** A database's moment in the one spelling that we compare: `.250000Z` is `.25Z`, and `.000Z` is `Z`. */
export function toModified(text: string): string {
  return text.replace(/(\.\d*?)0+Z$/, '$1Z').replace('.Z', 'Z');
}

const Line = (most: number) => z.string().min(1).max(most);

/** A rating as given: a CVSS vector, and which kind of one. https://ossf.github.io/osv-schema/#severity-field */
const Severity = z.strictObject({ type: Line(32), score: Line(512) });

const Version = Line(255);

/** One change of state. Exactly one key. https://ossf.github.io/osv-schema/#affectedrangesevents-fields */
export const AdvisoryEvent = z.union([
  z.strictObject({ introduced: Version }),
  z.strictObject({ fixed: Version }),
  z.strictObject({ last_affected: Version }),
  z.strictObject({ limit: Version }),
]);
export type AdvisoryEvent = z.infer<typeof AdvisoryEvent>;

export const AdvisoryRange = z.strictObject({
  type: z.enum(['SEMVER', 'ECOSYSTEM']),
  events: z.array(AdvisoryEvent).min(1),
});
export type AdvisoryRange = z.infer<typeof AdvisoryRange>;

/** What a record says of one package. With neither ranges nor versions it names the package, and none of its versions. */
export const Affected = z.strictObject({
  package: z.string().startsWith('pkg:'),
  ranges: z.array(AdvisoryRange).min(1).optional(),
  versions: z.array(Version).min(1).optional(),
  severity: z.array(Severity).min(1).optional(),
});
export type Affected = z.infer<typeof Affected>;

const Reference = z.strictObject({
  type: z.enum(['ADVISORY', 'FIX', 'REPORT']),
  url: WebAddress.max(2048),
});

/** The lower end of the band in which EPSS sees the chance of an attack within 30 days; below 1 % there is none. */
export const EPSS_BANDS = [0.5, 0.1, 0.01] as const;

/** data/advisories/<id>.json: a record of OSV or GitHub, cut down to what we use. Key order here is key order on disk. */
export const Advisory = z.strictObject({
  format: z.literal(1),
  id: AdvisoryId,
  modified: Modified,
  published: Instant.optional(),
  withdrawn: Instant.optional(),
  aliases: z.array(AdvisoryId).min(1).optional(),
  /** One line of plain text, in the words of the database. */
  summary: Line(500).optional(),
  severity: z.array(Severity).min(1).optional(),
  /** The database's own word, such as MODERATE. */
  databaseSeverity: Line(32).optional(),
  /** GitHub's database of malware, which OSV does not have, says so. */
  malware: z.literal(true).optional(),
  epss: z.literal(EPSS_BANDS).optional(),
  affected: z.array(Affected),
  references: z.array(Reference).min(1).optional(),
});
export type Advisory = z.infer<typeof Advisory>;
