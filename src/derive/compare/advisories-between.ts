import type { ComparedAdvisory, ComparedRelease, CompareIndex } from './compare-index.ts';
import type { Range } from './compare-range.ts';

/** An advisory that the start is affected by and the target is not, and the first release from which on that holds. */
export interface ClosedAdvisory {
  readonly advisory: ComparedAdvisory;
  readonly since: ComparedRelease;
}

/** An advisory that the target is affected by, and the version to go to where one is known. */
export interface OpenAdvisory {
  readonly advisory: ComparedAdvisory;
  readonly fixedIn: string | undefined;
}

/** What becomes of vulnerabilities between two versions. Worst first. */
export interface AdvisoriesBetween {
  readonly closed: readonly ClosedAdvisory[];
  /** Both are affected. */
  readonly open: readonly OpenAdvisory[];
  /** The target is, the start is not. */
  readonly entered: readonly OpenAdvisory[];
}

export function advisoriesBetween(
  { advisories }: CompareIndex,
  { from, to, releases }: Range,
): AdvisoriesBetween {
  const before = new Set(from.open?.map(([place]) => place));
  const after = new Map(to.open?.map(([place, fixedIn]) => [place, fixedIn]));
  const [closed, open, entered]: [ClosedAdvisory[], OpenAdvisory[], OpenAdvisory[]] = [[], [], []];
  for (const [place, advisory] of advisories.entries()) {
    if (after.has(place)) (before.has(place) ? open : entered).push({ advisory, fixedIn: after.get(place) });
    else if (before.has(place)) closed.push({ advisory, since: closedBy(place, releases) ?? to });
  }
  return { closed, open, entered };
}

// Highest first: the last that is free of it before one that is not.
function closedBy(place: number, releases: readonly ComparedRelease[]): ComparedRelease | undefined {
  const affected = releases.findIndex(({ open = [] }) => open.some(([one]) => one === place));
  return affected < 0 ? releases.at(-1) : releases[affected - 1];
}
