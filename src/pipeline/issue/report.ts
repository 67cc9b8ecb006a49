import { join } from 'node:path';
import { now } from '../../platform/clock.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { ConfigError } from '../../platform/errors.ts';
import { readHealth } from '../../store/read.ts';
import { openWorld } from '../world.ts';
import { openGithubIssues } from './github-issues.ts';
import { healthReport } from './health-report.ts';
import type { IssueReport } from './issue-report.ts';
import { describeIssuePlan, planIssue } from './plan-issue.ts';
import { verifyReport } from './verify-report.ts';

export interface ReportOptions {
  /** `health` or `verify`. */
  readonly about: string | undefined;
  /** `success` or `failure`. */
  readonly run: string | undefined;
  readonly dryRun: boolean;
}

/**
 * Brings the issue of a report to what there is to tell. Returns what it did, a sentence.
 * @throws ConfigError outside of a workflow, and for what is no report
 */
export async function reportInIssue(root: string, options: ReportOptions): Promise<string> {
  const { githubUrl, repository, githubToken, githubApiUrl } = readEnvironment();
  const hasFailed = readResult(options.run);
  if (repository === undefined || githubToken === undefined) {
    throw new ConfigError('report: there is no repository to report to', {
      remedy:
        'set GITHUB_REPOSITORY (owner/name) and GITHUB_TOKEN; in a workflow of GitHub Actions they are known',
    });
  }
  const runs = `${githubUrl}/${repository}/actions/workflows`;
  const report = await readReport(root, options.about, hasFailed, runs);
  const { http } = await openWorld({ root, cache: join(root, '.cache') });
  const issues = openGithubIssues(http, { apiUrl: githubApiUrl, name: repository, token: githubToken });
  const plan = planIssue(report, await issues.find(report.id));
  if (options.dryRun || (await issues.perform(plan))) return describeIssuePlan(plan);
  return `${repository} has no issues: nothing is reported.`;
}

async function readReport(
  root: string,
  about: string | undefined,
  hasFailed: boolean,
  runs: string,
): Promise<IssueReport> {
  if (about === 'verify') return verifyReport({ hasFailed, runsUrl: `${runs}/verify.yml` });
  if (about !== 'health') {
    throw new ConfigError(`report: ${about ?? 'nothing'} is nothing to report on`, {
      remedy: 'npm run report -- health, or verify',
    });
  }
  const health = await readHealth(join(root, 'data'));
  return healthReport(health, { hasFailed, runsUrl: `${runs}/update.yml`, at: now() });
}

function readResult(run = 'success'): boolean {
  if (run === 'success' || run === 'failure') return run === 'failure';
  throw new ConfigError(`report: ${run} is not how a run ends`, { remedy: '--run success, or failure' });
}
