/** How bad it is, worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
export type AdvisorySeverity = (typeof SEVERITIES)[number];

/** The worst that is known. */
export function highestOf(severities: readonly AdvisorySeverity[]): AdvisorySeverity {
  return SEVERITIES.find((one) => severities.includes(one)) ?? 'unknown';
}
