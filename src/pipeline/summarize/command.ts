import { openModel } from '../../enrich/summaries/model.ts';
import { now } from '../../platform/clock.ts';
import { pauseUnless } from '../../platform/pause.ts';
import type { Workspace } from '../workspace.ts';
import { describeEstimate, describePlan, estimate } from './estimate.ts';
import { openModelHttp } from './open-model-http.ts';
import { planSummaries } from './plan-summaries.ts';
import { type SummarizeReport, summarize } from './summarize.ts';
import type { SummarizeOptions } from './summarize-options.ts';

/** A run against the endpoint of the options. */
export function summarizeWorkspace(
  workspace: Workspace,
  options: SummarizeOptions,
  log: (line: string) => void,
): Promise<SummarizeReport> {
  const { endpoint, answerTokens } = options;
  const open = async () => {
    const http = await openModelHttp(workspace, endpoint);
    return openModel(endpoint, { http, sleep: pauseUnless, answerTokens });
  };
  return summarize(workspace, options, { openModel: open, now, log });
}

/** What a run would ask, and what it would cost, as text or JSON. Nobody is asked. */
export async function showPlan(
  workspace: Workspace,
  options: SummarizeOptions,
  asJson: boolean,
): Promise<string> {
  const { endpoint, only, since, answerTokens, limits, price } = options;
  const wanted = { model: endpoint.model, only, since, answerTokens };
  const { planned, held } = await planSummaries(workspace, wanted);
  const { fitting, ...costs } = estimate(planned, limits, answerTokens, price);
  if (!asJson) return describePlan(fitting, describeEstimate(costs, endpoint.model));
  const releases = fitting.map(({ package: pkg, version, cost }) => ({
    package: pkg.purl,
    version,
    ...cost,
  }));
  return `${JSON.stringify({ releases, held, estimate: costs }, null, 2)}\n`;
}
