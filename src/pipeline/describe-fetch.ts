import type { FailureKind } from '../core/health.ts';
import type { FetchReport } from './fetch.ts';
import type { PlannedFetch } from './fetch-plan.ts';

/** What `--dry-run` shows: a line a package. */
export function describePlan(plan: readonly PlannedFetch[]): string {
  const lines = plan.map(({ package: pkg, source, since }) => {
    return `${pkg.purl}  from ${source}${since === undefined ? '' : `, since ${since.slice(0, 10)}`}`;
  });
  return `${[...lines, `${plan.length} packages`].join('\n')}\n`;
}

/** What a run tells a person at its end: counts, then every failure with its remedy. */
export function describeReport(report: FetchReport): string[] {
  const { packages, succeeded, published, changes, paths, failures, guardTripped, superseded } = report;
  if (guardTripped) {
    return [
      'More than half of the packages lost most of their releases: nothing was written. Is a registry down?',
    ];
  }
  const lines = [
    `${succeeded} of ${packages} packages read, ${published} new releases, ${changes} changes, ${paths.length} files written.`,
  ];
  if (superseded > 0) {
    lines.push(
      `${superseded} packages were left as they are: another run had written about them meanwhile. The next run asks again.`,
    );
  }
  if (report.differingLists.length > 0) {
    lines.push(
      `Others on the branch than here: ${report.differingLists.join(', ')}. Remedy: commit and push your lists.`,
    );
  }
  for (const group of groupFailures(failures)) lines.push(describeFailures(group));
  return lines;
}

type Failures = FetchReport['failures'];
const NAMED = 3;

// A host that is down is one line, however many packages it keeps from us.
function groupFailures(failures: Failures): Failures[] {
  const keyOf = ({ package: purl, kind, status }: Failures[number]) =>
    [purl.split('/')[0], kind, status].join(' ');
  return [...Map.groupBy(failures, keyOf).values()];
}

function describeFailures(group: Failures): string {
  const [first] = group;
  const named = group.slice(0, NAMED).map(({ package: purl }) => purl);
  const rest = group.length > NAMED ? ` and ${group.length - NAMED} more` : '';
  const usual = first === undefined ? undefined : USUAL[first.kind];
  const reason = first?.reason ?? usual?.reason ?? 'failed';
  const remedy = first?.remedy ?? usual?.remedy ?? 'the next run asks again';
  return `${named.join(', ')}${rest}: ${reason}. Remedy: ${remedy}.`;
}

// Where the failure itself does not say better.
const USUAL: Partial<Record<FailureKind, { readonly reason?: string; readonly remedy: string }>> = {
  host: { remedy: 'see whether the host can be reached from here; the next run asks again' },
  format: { remedy: 'if it lasts, report it: the upstream has changed what it answers' },
  incomplete: {
    reason: 'only the newest releases were read',
    remedy: 'set GITHUB_TOKEN, which reads them all',
  },
};

/** The exit code of a run: 1 if nothing succeeded, the guard tripped, or `strict` and something failed. */
export function exitCodeOf(
  { packages, succeeded, failures, guardTripped }: FetchReport,
  isStrict: boolean,
): 0 | 1 {
  if (guardTripped || (packages > 0 && succeeded === 0)) return 1;
  return isStrict && failures.some(({ kind }) => kind !== 'incomplete') ? 1 : 0;
}
