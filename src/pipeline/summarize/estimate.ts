import { createPurse, type Limits } from '../../enrich/summaries/purse.ts';
import { escapeLine } from '../../platform/escape-line.ts';
import type { PlannedSummary } from './plan-summaries.ts';
import { costIn, type Price } from './price.ts';

/** What a run would ask and cost, before anybody is asked. */
export interface Estimate {
  readonly releases: number;
  /** Releases that the limits leave for later runs. */
  readonly left: number;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly mostTokens: number;
  readonly cost?: { readonly about: number; readonly most: number };
}

/** The planned releases that fit into the limits, in their order, and what they come to. */
export function estimate(
  planned: readonly PlannedSummary[],
  limits: Limits,
  answerTokens: number,
  price: Price | undefined,
): Estimate & { readonly fitting: readonly PlannedSummary[] } {
  const purse = createPurse(limits);
  const sum = { calls: 0, tokensIn: 0, tokensOut: 0, mostTokens: 0 };
  const fitting = planned.filter(({ cost }) => {
    const isLeft = !purse.holds(sum.calls + cost.calls, sum.mostTokens + cost.tokens);
    if (isLeft) return false;
    sum.calls += cost.calls;
    sum.tokensIn += cost.aboutIn;
    sum.tokensOut += cost.aboutOut;
    sum.mostTokens += cost.tokens;
    return true;
  });
  const mostOut = sum.calls * answerTokens;
  const cost = price && {
    about: costIn(price, sum.tokensIn, sum.tokensOut),
    most: costIn(price, sum.mostTokens - mostOut, mostOut),
  };
  return {
    fitting,
    releases: fitting.length,
    left: planned.length - fitting.length,
    ...sum,
    ...(cost && { cost }),
  };
}

/** The estimate in one line. */
export function describeEstimate(
  { releases, left, calls, tokensIn, tokensOut, mostTokens, cost }: Estimate,
  model: string,
): string {
  const money =
    cost === undefined ? '' : `, ${cost.about.toFixed(4)} and at most ${cost.most.toFixed(4)} in money`;
  const later = left === 0 ? '' : `; ${left} more are left for later runs`;
  return `${releases} releases, ${calls} calls to ${model}: about ${tokensIn} tokens in and ${tokensOut} out, at most ${mostTokens} together${money}${later}.`;
}

/** What `--dry-run` shows: a line a release, then the estimate. */
export function describePlan(fitting: readonly PlannedSummary[], line: string): string {
  const lines = fitting.map(({ package: pkg, version, readable, cost }) => {
    const calls = cost.calls === 1 ? '1 call' : `${cost.calls} calls`;
    return escapeLine(`${pkg.purl}  ${version}  ${readable.length} characters, ${calls}`);
  });
  return `${[...lines, line].join('\n')}\n`;
}
