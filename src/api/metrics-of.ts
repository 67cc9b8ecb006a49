import type { Severity } from '../core/change.ts';
import type { Instant } from '../core/instant.ts';
import { SEVERITIES } from '../derive/advisories/severities.ts';
import { type SourceState, sourceStates } from '../derive/source-states.ts';
import type { Held } from './held.ts';
import type { MetricFamily, Sample } from './open-metrics.ts';

/** The figures of all that is held. */
export function metricsOf(held: Held): MetricFamily[] {
  const { sources } = sourceStates(held);
  const ofSources = (name: string, help: string, figure: (state: SourceState) => number): MetricFamily => ({
    name,
    type: 'gauge',
    help,
    samples: sources.map((state) => ({ labels: { source: state.type }, value: figure(state) })),
  });
  return [
    gauge('tidings_as_of_timestamp_seconds', 'The newest moment that is known.', [one(secondsOf(held.asOf))]),
    gauge('tidings_projects', 'Projects that are followed.', [one(held.projects.length)]),
    ofSources('tidings_packages', 'Packages that are followed.', ({ packages }) => packages),
    ofSources(
      'tidings_packages_failing',
      'Packages that cannot be read at present.',
      ({ failing }) => failing,
    ),
    ofSources('tidings_releases', 'Releases that are held.', ({ releases }) => releases),
    ofSources(
      'tidings_detection_latency_samples',
      'Releases of 90 days whose detection was timed.',
      ({ latency }) => latency.samples,
    ),
    latency(sources),
    gauge('tidings_newest_release_timestamp_seconds', 'When the newest release came out.', newestOf(held)),
    gauge('tidings_latest_info', 'The latest stable version.', latestOf(held)),
    gauge('tidings_changes', 'Lines of the ledger.', changesOf(held)),
    gauge('tidings_advisories_open', 'Advisories that affect the latest stable version.', openOf(held)),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): MetricFamily {
  return { name, type: 'gauge', ...(name.endsWith('_seconds') && { unit: 'seconds' }), help, samples };
}

function one(value: number): Sample {
  return { labels: {}, value };
}

function secondsOf(instant: Instant): number {
  return Date.parse(instant) / 1000;
}

function latency(sources: readonly SourceState[]): MetricFamily {
  const samples = sources.flatMap(({ type, latency: { p50, p95 } }) =>
    Object.entries({ 0.5: p50, 0.95: p95 }).flatMap(([quantile, hours]) =>
      hours === undefined ? [] : [{ labels: { source: type, quantile }, value: Math.round(hours * 3600) }],
    ),
  );
  return {
    name: 'tidings_detection_latency_seconds',
    type: 'summary',
    unit: 'seconds',
    help: 'How long releases of 90 days were out before they were seen.',
    samples,
  };
}

function newestOf({ projects }: Held): Sample[] {
  return projects.flatMap(({ project, entries: [newest] }) =>
    newest === undefined ? [] : [{ labels: { project: project.id }, value: secondsOf(newest.at) }],
  );
}

function latestOf({ projects }: Held): Sample[] {
  return projects.flatMap(({ project, standing: { latest } }) =>
    latest === undefined
      ? []
      : [{ labels: { project: project.id, name: project.name, version: latest.version }, value: 1 }],
  );
}

const GRAVITY: readonly Severity[] = ['alert', 'notice', 'info'];

function changesOf({ ledger }: Held): Sample[] {
  const changes = ledger.items.flatMap((item) => item.changes);
  return GRAVITY.map((severity) => ({
    labels: { severity },
    value: changes.filter((change) => change.severity === severity).length,
  }));
}

function openOf({ projects }: Held): Sample[] {
  const all = projects.flatMap(({ standing: { latest }, advisories }) =>
    latest === undefined
      ? []
      : advisories.ofVersion(latest.version).affectedBy.map(({ vulnerability }) => vulnerability),
  );
  const open = [...new Set(all)];
  return SEVERITIES.map((severity) => ({
    labels: { severity },
    value: open.filter((vulnerability) => vulnerability.severity === severity).length,
  }));
}
