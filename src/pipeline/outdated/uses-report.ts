import type { InUse } from '../../derive/in-use.ts';

/** One version in use for `--json`. What is not known is absent. */
export function toReport({
  list,
  project,
  behind,
  breaking,
  affectedBy,
  closes,
  flag,
}: InUse): Record<string, unknown> {
  const { used, state, onTrack, latest, between, days } = behind;
  return {
    list,
    project: project.id,
    package: project.package.purl,
    used,
    state,
    ...(flag && { flag }),
    ...(onTrack && { onTrack: onTrack.version }),
    ...(latest && { latest: latest.version }),
    releases: between.length,
    ...(days !== undefined && { days }),
    breaking: breaking.map(({ version }) => version),
    advisories: affectedBy.map(({ vulnerability, fixedIn }) => ({
      id: vulnerability.id,
      severity: vulnerability.severity,
      ...(fixedIn !== undefined && { fixedIn }),
      isClosed: closes.includes(vulnerability),
    })),
  };
}
