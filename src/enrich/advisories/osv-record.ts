import { z } from 'zod';
import { Advisory, AdvisoryId, toModified } from '../../core/advisory.ts';
import { compareText } from '../../core/compare-text.ts';
import { toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import type { FindPackages } from './asked.ts';
import { readAffected, readRatings } from './osv-affected.ts';
import { summaryLine } from './summary-line.ts';

const Moment = z.string().transform((text, context) => {
  const instant = toInstant(text);
  if (instant === undefined) context.addIssue({ code: 'custom', message: 'expected a moment' });
  return instant;
});
const Elements = z.array(z.unknown());

// https://ossf.github.io/osv-schema/
const OsvRecord = z.object({
  id: AdvisoryId,
  modified: z.string().max(40),
  published: Moment.nullish(),
  // Never lenient: a record that was taken back would count again.
  withdrawn: Moment.nullish(),
  aliases: Elements.nullish(),
  summary: z.string().nullish(),
  severity: z.unknown().optional(),
  affected: Elements.nullish(),
  references: Elements.nullish(),
  database_specific: z
    .object({
      severity: z
        .string()
        .regex(/^[A-Za-z]{1,32}$/)
        .optional(),
    })
    .optional()
    .catch(undefined),
});

// Every fixed version is judged by every event. The largest records have a few hundred.
const MOST_EVENTS = 2000;

/**
 * A record of OSV cut down to what we store.
 * @throws FormatError if it is none, or another one than was asked for
 */
export function readOsvRecord(
  json: unknown,
  id: string,
  find: FindPackages,
): { record: Advisory; dropped: number } {
  const { data, error } = OsvRecord.safeParse(json);
  if (data === undefined)
    throw new FormatError(`${id}: its record is none of OSV’s schema`, { cause: error });
  if (data.id !== id) throw new FormatError(`${id}: another record came under this id`);
  const { affected, dropped } = readAffected(data.affected ?? [], find);
  const events = affected.flatMap(({ ranges = [] }) => ranges).flatMap((range) => range.events);
  if (events.length > MOST_EVENTS)
    throw new FormatError(`${id}: more than ${MOST_EVENTS} events of its ranges`);
  const record = Advisory.safeParse({
    format: 1,
    id,
    modified: toModified(data.modified),
    published: data.published ?? undefined,
    withdrawn: data.withdrawn ?? undefined,
    aliases: readAliases(data.aliases ?? [], id),
    summary: summaryLine(data.summary ?? ''),
    severity: readRatings(data.severity),
    databaseSeverity: data.database_specific?.severity,
    affected,
    references: readReferences(data.references ?? []),
  });
  if (record.success) return { record: record.data, dropped };
  throw new FormatError(`${id}: its record cannot be stored`, { cause: record.error });
}

const MOST_ALIASES = 64;

/** Names that are none are left out: they become part of pages. */
export function readAliases(given: readonly unknown[], id: string): string[] | undefined {
  const ids = given.flatMap((one) => AdvisoryId.safeParse(one).data ?? []).filter((one) => one !== id);
  const aliases = [...new Set(ids)].sort(compareText).slice(0, MOST_ALIASES);
  return aliases.length === 0 ? undefined : aliases;
}

const Reference = Advisory.shape.references.unwrap().element;
const MOST_REFERENCES = 8;

function readReferences(given: readonly unknown[]) {
  const read = given.flatMap((one) => {
    const { type, url } = Object(one);
    return Reference.safeParse({ type, url }).data ?? [];
  });
  return read.length === 0 ? undefined : read.slice(0, MOST_REFERENCES);
}
