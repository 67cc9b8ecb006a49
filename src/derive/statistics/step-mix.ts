import type { Entry } from '../entry.ts';
import type { StepKind } from '../step.ts';

/** How many of some entries went how far, the farthest first. */
export interface StepCount {
  readonly kind: StepKind;
  readonly count: number;
}

const KINDS = ['major', 'minor', 'patch', 'prerelease', 'other'] as const satisfies StepKind[];

/** The mix of steps. What upstream itself calls a pre-release is one, whatever its version says. */
export function stepMix(entries: readonly Entry[]): StepCount[] {
  const counts = new Map<StepKind, number>(KINDS.map((kind) => [kind, 0]));
  for (const { prerelease, step } of entries) {
    const kind = prerelease ? 'prerelease' : step.kind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
}
