import type { Scheme } from '../../versions/scheme.ts';
import { readable } from './timeline.ts';
import { isVulnerable, type Vulnerability } from './vulnerability.ts';

/** The versions of a package that the records of a vulnerability name as fixed, as they write them, and that none calls affected. */
export function fixedVersions(vulnerability: Vulnerability, purl: string, scheme: Scheme): string[] {
  const affected = vulnerability.records
    .flatMap((record) => record.affected)
    .filter((one) => one.package === purl);
  const events = affected.flatMap(({ ranges = [] }) => ranges).flatMap((range) => range.events);
  const named = events.flatMap((event) => ('fixed' in event ? [event.fixed] : []));
  return [...new Set(named)].filter((fixed) => {
    const version = readable(fixed, scheme);
    return version !== undefined && !isVulnerable(vulnerability, purl, version, scheme);
  });
}

/**
 * The version to go to from an affected one: the lowest fixed version above it, of the same variant where there is one. Lines of
 * versions lie one above the other, so that it is of the same line wherever that one was fixed.
 */
export function fixedIn(version: string, fixed: readonly string[], scheme: Scheme): string | undefined {
  const above = fixed
    .filter((one) => scheme.precedence(readable(one, scheme) ?? one, version) === 1)
    .sort((a, b) => scheme.compare(readable(a, scheme) ?? a, readable(b, scheme) ?? b));
  const variant = scheme.facts(version)?.variant;
  return above.find((one) => scheme.facts(one)?.variant === variant) ?? above[0];
}

/** Whether one of the fixed versions lies above the first, and not above the second. */
export function isFixedBetween(
  before: string,
  after: string,
  fixed: readonly string[],
  scheme: Scheme,
): boolean {
  return fixed.some((one) => {
    const version = readable(one, scheme) ?? one;
    return scheme.precedence(version, before) === 1 && scheme.precedence(version, after) !== 1;
  });
}
