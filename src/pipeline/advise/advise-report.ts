import type { Instant } from '../../core/instant.ts';
import { type Alert, alertInWords } from '../../derive/advisories/alerts.ts';
import type { Affliction } from '../../derive/advisories/package-advisories.ts';
import type { AdviseAnswers, AdviseFailure } from './answers.ts';
import type { AppliedAdvisories } from './apply-advisories.ts';
import type { Consequences } from './consequences.ts';

/** What a run did and found, for people and for `--json`. */
export interface AdviseReport extends AppliedAdvisories {
  readonly at: Instant;
  readonly asked: number;
  /** Packages without an ecosystem. */
  readonly unasked: number;
  readonly listed: number;
  readonly dropped: number;
  readonly projects: readonly ToldProject[];
  /** Of versions that a list says are in use. */
  readonly alerts: readonly ToldAlert[];
  readonly failures: readonly AdviseFailure[];
  /** The commit that the branch came to, if the run made one. */
  readonly commit?: string;
  readonly requests: Readonly<Record<string, number>>;
}

interface Told {
  readonly id: string;
  readonly severity: string;
  readonly malware?: true;
  readonly fixedIn?: string;
}

interface ToldProject {
  readonly project: string;
  readonly name: string;
  readonly new: readonly Told[];
  readonly latest?: { readonly version: string; readonly affectedBy: readonly Told[] };
}

interface ToldAlert extends Told {
  readonly project: string;
  readonly list: string;
  readonly version: string;
  /** The alert as a sentence. */
  readonly text: string;
}

export function adviseReport(
  answers: AdviseAnswers,
  applied: AppliedAdvisories,
  { projects, alerts }: Consequences,
  commit: string | undefined,
): AdviseReport {
  const { at, asked, unasked, listed, dropped, failures, requests } = answers;
  return {
    at,
    asked,
    unasked,
    listed,
    dropped,
    ...applied,
    projects: projects
      .filter(({ news, latest }) => news.length > 0 || latest !== undefined)
      .map(({ project: { id, name }, news, latest }) => ({
        project: id,
        name,
        new: news.map((vulnerability) => tell({ vulnerability, fixedIn: undefined })),
        ...(latest && { latest: { version: latest.version, affectedBy: latest.affectedBy.map(tell) } }),
      })),
    alerts: alerts.map(tellAlert),
    failures,
    ...(commit !== undefined && { commit }),
    requests,
  };
}

function tellAlert(alert: Alert): ToldAlert {
  const { project, list, version } = alert;
  return { project: project.id, list, version, ...tell(alert), text: alertInWords(alert) };
}

function tell({ vulnerability: { id, severity, isMalware }, fixedIn }: Affliction): Told {
  return { id, severity, ...(isMalware && { malware: true }), ...(fixedIn !== undefined && { fixedIn }) };
}
