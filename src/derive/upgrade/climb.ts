import { daysBetween } from '../../core/days-between.ts';
import type { Scheme, VersionFacts } from '../../versions/scheme.ts';
import type { UseState } from '../behind.ts';
import { FLAGS, type Ladder, type Rung } from './ladder.ts';

/** Where a version in use stands on a ladder: what `behind` says of it, without the releases themselves. */
export interface Climb {
  readonly state: UseState;
  /** Where it stands, if it is held. */
  readonly from: Rung | undefined;
  readonly onTrack: Rung | undefined;
  readonly latest: Rung | undefined;
  /** The stable versions above it, up to the latest, lowest first. */
  readonly between: readonly Rung[];
  readonly days: number | undefined;
}

/** What lies between a version in use and the latest of its variant. Looks at no more rungs than that. */
export function climb(ladders: readonly Ladder[], scheme: Scheme, used: string): Climb {
  const from = findRung(ladders, scheme, used);
  const [version] = from ?? [used];
  const facts = scheme.facts(version);
  if (facts === undefined) return none(ladders.some(hasStable) ? 'unreadable' : 'unknown', from);
  const ladder = ladders.find(({ variant }) => variant === facts.variant);
  const stable = ladder?.rungs.filter(isStable) ?? [];
  const latest = stable.findLast(([, , flags]) => !flags.includes(FLAGS.deprecated)) ?? stable.at(-1);
  if (ladder === undefined || latest === undefined) return none('unknown', from);
  const below = stable.findLastIndex((rung) => scheme.precedence(rung[0], version) !== 1);
  const above = stable.slice(below + 1);
  const between = above.slice(0, Math.max(0, stable.indexOf(latest) - below));
  return {
    state: stateOf(between.length > 0, from),
    from,
    onTrack: above.findLast(([text]) => isOnTrack(trackOf(ladder, facts), scheme.facts(text))),
    latest,
    between,
    days: from && daysBetween(from[1], latest[1]),
  };
}

/** Whether people may be told to use a version. */
function isStable([, , flags]: Rung): boolean {
  return ![FLAGS.prerelease, FLAGS.yanked, FLAGS.withdrawn].some((flag) => flags.includes(flag));
}

function hasStable({ rungs }: Ladder): boolean {
  return rungs.some(isStable);
}

function findRung(ladders: readonly Ladder[], scheme: Scheme, used: string): Rung | undefined {
  const rungs = ladders.flatMap((ladder) => ladder.rungs);
  const exact = rungs.find(([version, , , ref]) => version === used || ref === used);
  return exact ?? rungs.find(([version]) => scheme.precedence(version, used) === 0);
}

function stateOf(isBehind: boolean, from: Rung | undefined): UseState {
  if (isBehind) return 'behind';
  return from === undefined || from[2].includes(FLAGS.prerelease) ? 'ahead' : 'current';
}

function trackOf({ tracks }: Ladder, facts: VersionFacts): string | undefined {
  return tracks.find((track) => isOnTrack(track, facts));
}

function isOnTrack(track: string | undefined, facts: VersionFacts | undefined): boolean {
  return track?.split('.').every((number, index) => number === String(facts?.numbers[index] ?? 0n)) ?? false;
}

function none(state: UseState, from: Rung | undefined): Climb {
  return { state, from, onTrack: undefined, latest: undefined, between: [], days: undefined };
}
