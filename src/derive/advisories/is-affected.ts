import type { Advisory, AdvisoryRange } from '../../core/advisory.ts';
import type { Scheme } from '../../versions/scheme.ts';
import { isListed } from './is-listed.ts';
import { type Timeline, type Turn, timelineOf } from './timeline.ts';

/**
 * Whether a record says that a version of a package is affected: listed by name, or within a range. What the scheme cannot read is
 * affected only where it is listed. A withdrawn record says nothing. https://ossf.github.io/osv-schema/#evaluation
 */
export function isAffected(record: Advisory, purl: string, version: string, scheme: Scheme): boolean {
  if (record.withdrawn !== undefined) return false;
  return record.affected.some(
    ({ package: pkg, versions = [], ranges = [] }) =>
      pkg === purl &&
      (isListed(versions, version, scheme) || ranges.some((range) => isInRange(range, version, scheme))),
  );
}

function isInRange(range: AdvisoryRange, version: string, scheme: Scheme): boolean {
  const timeline = timelineOf(range, scheme);
  if (timeline === undefined || scheme.facts(version) === undefined) return false;
  if (!isBeforeLimits(timeline, version, scheme)) return false;
  let isIn = false;
  for (const turn of timeline.turns) if (hasTurned(turn, version, scheme)) isIn = turn.kind === 'introduced';
  return isIn;
}

function isBeforeLimits({ limits }: Timeline, version: string, scheme: Scheme): boolean {
  return (
    limits.length === 0 || limits.some((limit) => limit === '*' || scheme.precedence(version, limit) === -1)
  );
}

function hasTurned({ kind, at }: Turn, version: string, scheme: Scheme): boolean {
  if (at === undefined) return true;
  const order = scheme.precedence(version, at);
  if (order === undefined) return false;
  return kind === 'last_affected' ? order > 0 : order >= 0;
}
