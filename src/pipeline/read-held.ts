import { readPackage, type StoredPackage } from '../store/read.ts';
import type { PlannedFetch } from './fetch-plan.ts';
import type { Workspace } from './workspace.ts';

/** What we hold of the packages of a plan, by purl. */
export async function readHeld(
  { data }: Pick<Workspace, 'data'>,
  plan: readonly PlannedFetch[],
): Promise<Map<string, StoredPackage>> {
  const held = new Map<string, StoredPackage>();
  const reading = plan.map(async ({ package: pkg }) => {
    const stored = await readPackage(data, pkg);
    return stored === undefined ? [] : [[pkg.purl, stored] as const];
  });
  for (const [purl, stored] of (await Promise.all(reading)).flat()) held.set(purl, stored);
  return held;
}
