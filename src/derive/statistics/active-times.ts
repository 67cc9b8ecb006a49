import type { Entry } from '../entry.ts';
import { dayNumber, weekdayNumber } from './utc-day.ts';

export interface ActiveTimes {
  /** Acts of release by weekday, Monday first. */
  readonly days: readonly number[];
  /** The same by weekday and hour, in UTC. */
  readonly hours: readonly (readonly number[])[];
  /** Those of which upstream tells no more than the day. They are in `days` alone. */
  readonly withoutHour: number;
}

/**
 * When in the week projects put something out. What one of them puts out within an hour is one act: the sixty packages of a monorepo
 * are one person’s Tuesday.
 */
export function activeTimes(entries: readonly Entry[]): ActiveTimes {
  const days = new Array<number>(7).fill(0);
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  const acts = new Set<string>();
  let withoutHour = 0;
  for (const { at, project } of entries) {
    // A page that shows days only is read as midnight; hardly anything else comes out in that second.
    const isDayOnly = at.endsWith('T00:00:00Z');
    const act = `${at.slice(0, isDayOnly ? 10 : 13)} ${project.id}`;
    if (acts.has(act)) continue;
    acts.add(act);
    const weekday = weekdayNumber(dayNumber(at));
    days[weekday] = (days[weekday] ?? 0) + 1;
    const ofDay = hours[weekday];
    if (isDayOnly) withoutHour += 1;
    else if (ofDay !== undefined)
      ofDay[Number(at.slice(11, 13))] = (ofDay[Number(at.slice(11, 13))] ?? 0) + 1;
  }
  return { days, hours, withoutHour };
}
