import type { Instant } from '../../core/instant.ts';
import { describeError } from '../../platform/describe-error.ts';
import { HostError } from '../../platform/errors.ts';
import type { AdviseReport } from '../advise/advise-report.ts';
import { describeReport as describeAdvisories } from '../advise/describe-advise.ts';
import { describeReport } from '../describe-fetch.ts';
import type { FetchReport } from '../fetch.ts';
import type { Attempts } from './attempts.ts';
import { withinBudgets } from './budget.ts';
import { duePackages } from './due.ts';
import type { Followed } from './followed.ts';

/** What a round works with. */
export interface Rounds {
  /** Minutes from one round to the next. */
  readonly every: number;
  readonly attempts: Attempts;
  /** Reads anew what is followed. */
  readonly look: (at: Instant) => Promise<readonly Followed[]>;
  /** Fetches these packages; `unlessOffline` writes nothing where no host answers. */
  readonly fetch: (only: ReadonlySet<string>, unlessOffline: boolean) => Promise<FetchReport>;
  /** Asks for the advisories of all that is followed; nothing comes of it where that was done just now. */
  readonly advise?: () => Promise<AdviseReport | undefined>;
  /** Brings the checkout to a commit that was pushed; false if it stays behind. Absent where nothing is pushed. */
  readonly bringForward?: (commit: string) => Promise<boolean>;
  readonly tell: (line: string) => void;
}

/** What a round came to. */
export interface Round {
  /** Whether the site has something new to show. */
  readonly wrote: boolean;
  /** Whether a network was missing: it is tried again soon. */
  readonly isOffline: boolean;
}

/**
 * Asks about the packages that are due, and then for advisories. Never throws: what goes wrong is told, and the next round is another
 * chance.
 */
export async function runRound(rounds: Rounds, at: Instant): Promise<Round> {
  const fetched = await tried(() => askDue(rounds, at), rounds.tell);
  if (fetched.isOffline) return fetched;
  const advised = await tried(() => askAdvisories(rounds), rounds.tell);
  // Their database may be down where the network is not.
  return { wrote: fetched.wrote || advised.wrote, isOffline: false };
}

async function tried(ask: () => Promise<Round>, tell: Rounds['tell']): Promise<Round> {
  try {
    return await ask();
  } catch (error) {
    describeError(error).forEach(tell);
    return { wrote: false, isOffline: error instanceof HostError };
  }
}

async function askAdvisories({ advise, tell, ...rounds }: Rounds): Promise<Round> {
  const report = await advise?.();
  if (report === undefined) return { wrote: false, isOffline: false };
  describeAdvisories(report).forEach(tell);
  return { wrote: report.paths.length > 0 && (await isHere(rounds, report, tell)), isOffline: false };
}

async function askDue({ every, attempts, look, tell, ...rounds }: Rounds, at: Instant): Promise<Round> {
  const due = duePackages(await look(at), attempts, at, every);
  if (due.length === 0) {
    tell('No package is due.');
    return { wrote: false, isOffline: false };
  }
  const { now, later } = withinBudgets(due, every);
  // Of packages that all fail already, silence is no news: a host that is gone for good must not look like a missing network.
  const isNews = now.some(({ isFailing }) => !isFailing);
  const report = await rounds.fetch(new Set(now.map(({ purl }) => purl)), isNews);
  if (report.offline) {
    tell(
      `No host answered (${Object.keys(report.requests).join(', ')}): nothing was written. Is the network down?`,
    );
    return { wrote: false, isOffline: true };
  }
  await attempts.note(now, report, at);
  describeReport(report).forEach(tell);
  if (later.length > 0) tell(`${later.length} packages wait for the next round: enough for their hosts.`);
  return { wrote: report.paths.length > 0 && (await isHere(rounds, report, tell)), isOffline: false };
}

async function isHere(
  { bringForward }: Pick<Rounds, 'bringForward'>,
  { commit }: Pick<FetchReport, 'commit'>,
  tell: Rounds['tell'],
): Promise<boolean> {
  if (bringForward === undefined || commit === undefined || (await bringForward(commit))) return true;
  tell(
    'What was pushed cannot be merged here without touching your work: the site shows the checkout as it is.',
  );
  tell('Remedy: commit or restore what you edited, then git pull.');
  return false;
}
