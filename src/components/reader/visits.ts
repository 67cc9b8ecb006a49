import { textList } from './text-list.ts';

/**
 * What a reader has seen. Moments are those of the data, so that a wrong clock marks nothing wrongly; the reader's clock (in
 * milliseconds since 1970) only tells whether a visit still goes on, and on which day the last one was.
 */
export interface Visits {
  /** What came later is new. */
  readonly since: string;
  /** The newest that the site had when it was last open. */
  readonly latest: string;
  /** When the site was last open. */
  readonly openAt: number;
  /** When the visit before this one ended. */
  readonly before?: number | undefined;
  /** New, but read. */
  readonly read: readonly string[];
  /** Old, but kept as unread. */
  readonly unread: readonly string[];
}

/** A release, or a flood of them, as visits know it. */
export interface Seen {
  readonly id: string;
  readonly came: string;
}

const PAUSE = 30 * 60_000;
const MOST_IDS = 500;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Visits as they were kept; undefined for what is none. */
export function parseVisits(kept: unknown): Visits | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { since, latest, openAt, before, read, unread }: Record<string, unknown> = { ...kept };
  if (!isMoment(since) || !isMoment(latest) || !isTime(openAt)) return undefined;
  return {
    since,
    latest,
    openAt,
    before: isTime(before) ? before : undefined,
    read: textList(read),
    unread: textList(unread),
  };
}

/**
 * The visits when a page is opened that knows all up to `newest`. A first visit has nothing new. A later one begins when there is
 * something newer and the last page was opened half an hour ago, or if the clock has gone back since, at any time.
 */
export function openVisit(kept: Visits | undefined, newest: string, now: number): Visits {
  if (kept === undefined) return { since: newest, latest: newest, openAt: now, read: [], unread: [] };
  const idle = now - kept.openAt;
  const goesOn = idle >= 0 && idle < PAUSE;
  if (newest > kept.latest && !goesOn) {
    return {
      since: kept.latest,
      latest: newest,
      openAt: now,
      before: kept.openAt,
      read: [],
      unread: kept.unread,
    };
  }
  // The site may be an older one than last time, or what was kept may be garbled: nothing lies ahead of what there is.
  return { ...kept, since: earlier(kept.since, newest), latest: newest, openAt: now };
}

/** Whether something came since the last visit, read or not. */
export function isNew({ since }: Visits, { came }: Seen): boolean {
  return came > since;
}

export function isUnread(visits: Visits, seen: Seen): boolean {
  return isNew(visits, seen) ? !visits.read.includes(seen.id) : visits.unread.includes(seen.id);
}

/** The visits with something marked as read, or as unread. */
export function markAs(visits: Visits, seen: Seen, state: 'read' | 'unread'): Visits {
  const name = isNew(visits, seen) ? 'read' : 'unread';
  const others = visits[name].filter((id) => id !== seen.id);
  return { ...visits, [name]: state === name ? [...others, seen.id].slice(-MOST_IDS) : others };
}

/** The visits with all that a page knows marked as read. What came after it, another tab may know, and may have marked. */
export function markAllRead(visits: Visits, newest: string): Visits {
  const since = visits.since > newest ? visits.since : newest;
  const latest = visits.latest > newest ? visits.latest : newest;
  return { ...visits, since, latest, unread: [] };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && MOMENT.test(value);
}

// What a Date can hold. https://tc39.es/ecma262/#sec-time-values-and-time-range
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}
