import { type Cost, runMeasured } from '../run-measured.ts';

/** What a build cost. `apart`: seconds of its wall for what the other generators do not make. */
export type BuildCost = Cost & { readonly apart: number };

// What we make besides, of which the others know nothing: the build itself times it.
const APART = ['API', 'shared API', 'social images', 'search'];

/** Builds the site of a project folder in a process of its own, and says what its time was spent on. */
export async function buildSite(root: string, say: (line: string) => void): Promise<BuildCost> {
  const {
    told,
    output: _,
    ...cost
  } = await runMeasured(['scripts/build.ts'], {
    folder: root,
  });
  const steps = /time: (.*)/.exec(told)?.[1] ?? '';
  say(`  ${cost.wall.toFixed(1)} s, ${cost.peak.toFixed(0)} MB: ${steps}`);
  let apart = 0;
  for (const [, name = '', seconds] of steps.matchAll(/([A-Za-z ]+) ([\d.]+) s/g)) {
    if (APART.includes(name.trim())) apart += Number(seconds);
  }
  return { ...cost, apart };
}
