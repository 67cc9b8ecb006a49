import { join } from 'node:path';
import type { Instant } from '../../core/instant.ts';
import { isEmptyContent, itemsOf } from '../../core/summary.ts';
import type { Answer, Model } from '../../enrich/summaries/model.ts';
import { createPurse, type Purse } from '../../enrich/summaries/purse.ts';
import { createSummariser, type Summariser } from '../../enrich/summaries/summarise.ts';
import { withLock } from '../../platform/run-lock.ts';
import type { Workspace } from '../workspace.ts';
import { openWriter } from '../writer/writer.ts';
import { createDesk, type Desk } from './desk.ts';
import { describeEstimate, type Estimate, estimate } from './estimate.ts';
import { landInFiles, landOnBranch } from './landing.ts';
import { makeSummary } from './make-summary.ts';
import { openPending } from './pending.ts';
import { type PlannedSummary, planSummaries } from './plan-summaries.ts';
import type { SummarizeOptions } from './summarize-options.ts';

/** What a run did, for people and for `--json`. */
export interface SummarizeReport {
  readonly at: Instant;
  readonly estimate: Estimate;
  /** Summaries that were there already. */
  readonly held: number;
  readonly asked: number;
  /** Answers of which something is shown. */
  readonly made: number;
  readonly items: number;
  readonly dropped: number;
  readonly failures: readonly Failed[];
  /** Why no more were asked, if some were left. */
  readonly ended?: string;
  readonly calls: number;
  /** At most; each call counted before it was made. */
  readonly tokens: number;
  /** As the endpoint counts them, where it does. */
  readonly counted: number;
  readonly paths: readonly string[];
  readonly commit?: string;
}

export interface Failed {
  readonly package: string;
  readonly version: string;
  readonly reason: string;
  readonly remedy?: string;
}

/** What a run needs of the world. */
export interface Surroundings {
  readonly openModel: () => Promise<Model>;
  readonly now: () => Instant;
  /** For people. */
  readonly log: (line: string) => void;
}

// An endpoint that fails so many times in a row will fail again. Answers of no use may come of the notes: those of one package count once, lest
// whoever writes them keeps all others from being asked about.
const MOST_FAILURES = 3;

/**
 * Has the notes that need it summed up, and brings the summaries into data/ in small batches: a killed run loses one at most.
 * @throws ConfigError, before anybody is asked
 */
export function summarize(
  workspace: Workspace,
  options: SummarizeOptions,
  surroundings: Surroundings,
): Promise<SummarizeReport> {
  return withLock(join(workspace.cache, 'run', 'lock'), async () => {
    const { land: target, endpoint, only, since, answerTokens, limits, price } = options;
    const writer = target === 'files' ? undefined : await openWriter(workspace, target);
    const land = writer === undefined ? landInFiles(workspace) : landOnBranch(writer);
    const desk = createDesk(land, openPending(workspace.cache), surroundings.now());
    await desk.recover();
    const there = (await writer?.workspace()) ?? workspace;
    const wanted = { model: endpoint.model, only, since, answerTokens };
    const { planned, held } = await planSummaries(there, wanted);
    const { fitting, ...costs } = estimate(planned, limits, answerTokens, price);
    surroundings.log(describeEstimate(costs, endpoint.model));
    const purse = createPurse(limits);
    const asking = await askAll(fitting, options, purse, desk, surroundings);
    const { calls, tokens } = purse.spent();
    return { at: desk.at, estimate: costs, held, ...asking, calls, tokens, ...desk.report() };
  });
}

type Asking = Pick<
  SummarizeReport,
  'asked' | 'made' | 'items' | 'dropped' | 'failures' | 'ended' | 'counted'
>;

async function askAll(
  fitting: readonly PlannedSummary[],
  { endpoint, answerTokens }: SummarizeOptions,
  purse: Purse,
  desk: Desk,
  { openModel }: Surroundings,
): Promise<Asking> {
  const sum = { asked: 0, made: 0, items: 0, dropped: 0 };
  const failures: Failed[] = [];
  if (fitting.length === 0) return { ...sum, failures, counted: 0 };
  const model = await openModel();
  const summariser = createSummariser(model, answerTokens);
  const inARow = new Set<string>();
  let ended: string | undefined;
  for (const planned of fitting) {
    const answer = await ask(planned, summariser, purse);
    if (answer.status === 'unaffordable') continue;
    sum.asked += 1;
    if (answer.status === 'said') inARow.clear();
    else inARow.add(isOfNotes(answer) ? planned.package.purl : `${planned.package.purl} ${planned.version}`);
    if (answer.status === 'said') {
      const { summary } = makeSummary(planned, endpoint.model, answer.reply);
      sum.items += itemsOf(summary).length;
      sum.dropped += summary.dropped ?? 0;
      sum.made += Number(!isEmptyContent(summary));
      await desk.put({ package: planned.package, summary });
    } else failures.push(describe(planned, answer));
    ended = whyEnd(answer, inARow.size);
    if (ended !== undefined) break;
  }
  await desk.flush();
  return { ...sum, failures, counted: model.counted(), ...(ended !== undefined && { ended }) };
}

function ask(
  { project, shownVersion, readable }: PlannedSummary,
  { summarise }: Summariser,
  purse: Purse,
): Promise<Answer> {
  return summarise({ project, version: shownVersion, notes: readable }, purse);
}

function describe({ package: pkg, version }: PlannedSummary, answer: Answer): Failed {
  const about = { package: pkg.purl, version };
  if (answer.status !== 'failed')
    return { ...about, reason: 'its notes are more than the model takes at once' };
  const { message, remedy } = answer.error;
  return { ...about, reason: message, ...(remedy !== undefined && { remedy }) };
}

function isOfNotes(answer: Answer): boolean {
  return answer.status === 'too long' || (answer.status === 'failed' && answer.isAnswered);
}

function whyEnd(answer: Answer, failuresInARow: number): string | undefined {
  if (answer.status === 'failed' && answer.ends) return answer.error.message;
  return failuresInARow >= MOST_FAILURES ? `${failuresInARow} answers in a row failed` : undefined;
}
