import { hoursAfter, type Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { readHealth, readLedger, readNewestMoment, type StoredPackage } from '../store/read.ts';
import type { Answers } from './answers/answers.ts';
import { type Applied, applyVerdicts } from './apply.ts';
import type { Committer } from './committer.ts';
import { planFetch } from './fetch-plan.ts';
import { judge, type Verdict } from './judge.ts';
import { addLags } from './lag.ts';
import { readHeld } from './read-held.ts';
import type { Workspace } from './workspace.ts';

/** What a tree became of answers. */
export interface Outcome {
  /** The moment that its lines and commits bear. */
  readonly at: Instant;
  readonly verdicts: readonly Verdict[];
  readonly held: ReadonlyMap<string, StoredPackage>;
  readonly applied: Applied;
  /** More than half of at least ten packages lost their releases: nothing was written. */
  readonly guardTripped: boolean;
}

export interface ApplyOptions {
  /** Makes the commits; without it the files are just written. */
  readonly openCommitter?: (at: Instant) => Committer;
  /** Packages that somebody else has looked at since these answers were given: a later word is never overwritten by an earlier one. */
  readonly superseded?: ReadonlySet<string>;
  /** Packages of which a person says that what would be refused is right. */
  readonly accepted?: ReadonlySet<string>;
}

const GUARD_FROM = 10;
const LONGEST_LEAP_HOURS = 48;
const NOTHING: Applied = { paths: [], changes: [], digests: new Map() };

/**
 * Judges answers against what a tree holds, and writes what follows. The same answers may be applied again, to another tree: what
 * is there already yields nothing.
 */
export async function applyAnswers(
  workspace: Workspace,
  answers: Answers,
  { openCommitter, superseded = new Set(), accepted = new Set() }: ApplyOptions = {},
): Promise<Outcome> {
  const plan = planFetch(workspace.projects).filter(
    ({ package: { purl } }) => answers.fetched.has(purl) && !superseded.has(purl),
  );
  const held = await readHeld(workspace, plan);
  const health = await readHealth(workspace.data);
  const at = await notBeforeLedger(workspace.data, answers.at);
  const verdicts = plan.map((one) => {
    const { purl } = one.package;
    const before = health.failing.find((failure) => failure.package === purl);
    const fetched = answers.fetched.get(purl) ?? { status: 'unchanged' };
    return judge(one, fetched, held.get(purl)?.record, before, at, accepted.has(purl));
  });
  const judged = await addLags(
    verdicts,
    workspace.projects,
    recordsOf(held),
    () => readLedger(workspace.data),
    at,
  );
  const tripped = verdicts.filter((verdict) => verdict.tripped).length;
  const guardTripped = plan.length >= GUARD_FROM && tripped > plan.length / 2;
  if (guardTripped) {
    // What was not written must be listed again: a receipt would hide it behind “unchanged”.
    const unwritten = judged.map((verdict) => ({ ...verdict, receipts: [] }));
    return { at, verdicts: unwritten, held, applied: NOTHING, guardTripped };
  }
  const applied = await applyVerdicts(judged, {
    workspace,
    held,
    health,
    committer: openCommitter?.(at),
    at,
  });
  return { at, verdicts: judged, held, applied, guardTripped };
}

// The ledger is in order also where a clock goes back, or another writer's ran ahead: what was seen a day ago is not seen before it
// was published. A leap of more than two days is a broken clock, and no reason to stand still.
async function notBeforeLedger(data: string, at: Instant): Promise<Instant> {
  const newest = await readNewestMoment(data, hoursAfter(at, LONGEST_LEAP_HOURS));
  return newest === undefined || newest <= at ? at : newest;
}

function recordsOf(held: ReadonlyMap<string, StoredPackage>): Map<string, PackageRecord> {
  return new Map([...held].map(([purl, { record }]) => [purl, record]));
}
