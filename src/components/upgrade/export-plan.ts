import type { CumulativeKind } from '../../derive/upgrade/cumulate.ts';
import { planChecklist, planMarkdown } from '../../derive/upgrade/plan-markdown.ts';
import type { UpgradePlan, UpgradeStep } from '../../derive/upgrade/plan-upgrade.ts';
import type { ReadBetween } from './show-step.ts';

/** The forms in which a plan leaves the page: into the reader's clipboard, and nowhere else. */
export const EXPORTS: Readonly<
  Record<string, (plan: UpgradePlan, asOf: string, readBetween: ReadBetween) => Promise<string>>
> = {
  markdown: async (plan, asOf, readBetween) => {
    const notes = new Map<UpgradeStep, readonly CumulativeKind[]>();
    for (const step of plan.steps) if (step.urgency !== 'stay') notes.set(step, await readBetween(step));
    return planMarkdown(plan, asOf, notes);
  },
  checklist: async (plan) => planChecklist(plan),
};
