import { z } from 'zod';

const SHAPE =
  /^(?:19[7-9]\d|[2-9]\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** A moment: ISO 8601, UTC, whole seconds, e.g. `2026-11-20T10:00:00Z`. Text order is time order. */
export const Instant = z.string().refine((text) => SHAPE.test(text) && hasItsDay(text), {
  error: 'expected an instant such as 2026-11-20T10:00:00Z',
});
export type Instant = z.infer<typeof Instant>;

// Only the last days of a month need a calendar: all of data/ passes here at every build.
function hasItsDay(text: string): boolean {
  return text.slice(8, 10) <= '28' || instantAt(Date.parse(text)) === text;
}

// The zero of Unix and that of ZIP are what a date is where nobody set one.
const FIRST_DAY = Date.UTC(1980, 0, 2);
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Any date text that an upstream writes, as an Instant; undefined where it is no date of this age. */
export function toInstant(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 64) return undefined;
  // Without a zone it is UTC here, not the local time of whoever runs this.
  const milliseconds = Date.parse(/T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text) ? `${text}Z` : text);
  return milliseconds >= FIRST_DAY && milliseconds <= LAST_DAY ? instantAt(milliseconds) : undefined;
}

/** The instant of so many milliseconds since 1970. */
export function instantAt(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Hours from one instant to a later one; negative if it is earlier. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}

/** The instant so many hours after another one. */
export function hoursAfter(instant: Instant, hours: number): Instant {
  return instantAt(Date.parse(instant) + hours * 3_600_000);
}
