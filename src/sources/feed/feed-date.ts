import { type Instant, toInstant } from '../../core/instant.ts';

// https://www.rfc-editor.org/rfc/rfc2822#section-4.3, and zones of others that are written in feeds.
const ZONES: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  IST: '+05:30',
  JST: '+09:00',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Sat, 07 Sep 2002 09:42:31 GMT; the day of the week is of no interest, in whatever language.
const RFC_822 =
  /^(?:[^\s\d,]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([+-]\d{4}|[+-]\d\d:\d\d|[a-z]*)(?:\s*\([^()]*\))?$/i;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const LONGEST = 64;

/**
 * A date as feeds write it, RFC 822 or ISO 8601. A zone that is missing or unknown is UTC (RFC 2822, 4.3), never the zone of
 * whoever runs this. Undefined for what is neither.
 */
export function feedDate(text: string | undefined): Instant | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > LONGEST) return undefined;
  return fromIso(trimmed) ?? fromRfc822(trimmed);
}

function fromIso(text: string): Instant | undefined {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  return day === undefined ? undefined : toInstant(`${day}T${time}${offsetOf(zone)}`);
}

function fromRfc822(text: string): Instant | undefined {
  const [, day = '', name = '', year = '', hour = '0', minute = '00', second = '00', zone = ''] =
    RFC_822.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const date = [wholeYear(year), twoDigits(month), twoDigits(day)].join('-');
  return toInstant(`${date}T${twoDigits(hour)}:${minute}:${second}${offsetOf(zone)}`);
}

function offsetOf(zone: string): string {
  const [, hours, minutes] = /^([+-]\d\d):?(\d\d)$/.exec(zone) ?? [];
  return hours === undefined ? (ZONES[zone.toUpperCase()] ?? 'Z') : `${hours}:${minutes}`;
}

function wholeYear(year: string): string {
  if (year.length === 4) return year;
  return (year < '50' ? '20' : '19') + year;
}

function twoDigits(number: string | number): string {
  return String(number).padStart(2, '0');
}
