import { now } from '../platform/clock.ts';
import { type Display, showProgress } from '../platform/progress.ts';
import type { World } from '../sources/source.ts';
import { SOURCES } from '../sources/sources.ts';
import type { StoredPackage } from '../store/read.ts';
import type { Answers } from './answers/answers.ts';
import type { PlannedFetch } from './fetch-plan.ts';
import { type LookedUp, lookUpTask } from './look-up.ts';
import { wantsWhole } from './memory-of-held.ts';

/** Asks the sources about every package of a plan. Writes nothing. */
export async function collectAnswers(
  plan: readonly PlannedFetch[],
  held: ReadonlyMap<string, StoredPackage>,
  world: World,
  base: string | undefined,
  display: Display,
): Promise<Answers> {
  const startedAt = now();
  const lookUps = await Promise.all(
    plan.map(async ({ package: pkg, since, source }) => {
      const stored = held.get(pkg.purl);
      const fresh = await wantsWhole(pkg.purl, stored, world.validators, startedAt);
      return { source, lookUp: { package: pkg, since, held: stored?.record, fresh } };
    }),
  );
  const fetched: LookedUp = new Map();
  const tasks = SOURCES.flatMap((source) => {
    const own = lookUps.filter((one) => one.source === source.id).map(({ lookUp }) => lookUp);
    return own.length === 0 ? [] : [lookUpTask(source, own, world, fetched)];
  });
  await showProgress(tasks, display);
  // In the order of the plan, whoever answered first.
  const inOrder = plan.flatMap(({ package: { purl } }) => {
    const answer = fetched.get(purl);
    return answer === undefined ? [] : [[purl, answer] as const];
  });
  return {
    startedAt,
    at: now(),
    base,
    fetched: new Map(inOrder),
    requests: Object.fromEntries(world.http.requests()),
  };
}
