import { instantAt } from '../../core/instant.ts';
import { type Rounds, runRound } from './round.ts';
import { type Timing, waitAfterRound, waitFor, waitOffline } from './wait.ts';

/** All that the loop touches, so that hours of it pass in a test in no time. */
export interface Watching extends Rounds, Timing {
  /** Builds the site and has it served; gives what went wrong. Absent where no site is wanted. */
  readonly build?: () => Promise<string | undefined>;
}

interface State {
  /** Whether the site is behind data/. */
  isStale: boolean;
  /** Rounds in a row without a network. */
  offline: number;
}

// systemd and people wait longer than this.
const GRACE_MS = 4_000;

/** Runs rounds until somebody stops it; the work of that moment then has four seconds to end, and is given up after them. */
export async function watch(watching: Watching, stop: AbortSignal): Promise<void> {
  const { clock, tell } = watching;
  const state: State = { isStale: true, offline: 0 };
  let hasEnded = await endsInTime(() => refreshSite(watching, state, stop), watching, stop);
  while (hasEnded && !stop.aborted) {
    const startedAt = clock();
    hasEnded = await endsInTime(() => takeTurn(watching, state, stop), watching, stop);
    if (!hasEnded || stop.aborted) break;
    const wait = waitTime(watching, state, startedAt);
    tell(`Next round at ${instantAt(clock() + wait)}.`);
    await waitFor(wait, watching, stop);
  }
  tell(
    hasEnded
      ? 'Ended.'
      : 'Ended in the middle of a round: what it was about to write, the next one asks again.',
  );
}

async function takeTurn(watching: Watching, state: State, stop: AbortSignal): Promise<void> {
  const { wrote, isOffline } = await runRound(watching, instantAt(watching.clock()));
  state.offline = isOffline ? state.offline + 1 : 0;
  state.isStale ||= wrote;
  await refreshSite(watching, state, stop);
}

async function refreshSite({ build, tell }: Watching, state: State, stop: AbortSignal): Promise<void> {
  if (build === undefined || !state.isStale || stop.aborted) return;
  const problem = await build();
  state.isStale = problem !== undefined;
  if (problem === undefined || stop.aborted) return;
  tell('The site could not be built; the one before is served on. Its last words:');
  for (const line of problem.trimEnd().split('\n').slice(-LAST_WORDS)) tell(line);
}

const LAST_WORDS = 12;

function waitTime({ clock, every }: Watching, { offline }: State, startedAt: number): number {
  return offline > 0 ? waitOffline(offline, every) : waitAfterRound(startedAt, clock(), every);
}

/** Whether work ended by itself, or at least in time after the stop. */
function endsInTime(work: () => Promise<void>, { sleep }: Timing, stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const giveUp = () => void sleep(GRACE_MS).then(() => resolve(false), reject);
    stop.addEventListener('abort', giveUp, { once: true });
    work()
      .then(() => resolve(true), reject)
      .finally(() => stop.removeEventListener('abort', giveUp));
  });
}
