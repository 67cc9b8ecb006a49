import { planChecklist, planMarkdown } from '../../derive/upgrade/plan-markdown.ts';
import type { UpgradePlan } from '../../derive/upgrade/plan-upgrade.ts';
import type { ReadBetween } from './show-step.ts';

/** The forms in which a plan leaves the page: into the reader's clipboard, and nowhere else. */
export const EXPORTS: Readonly<
  Record<string, (plan: UpgradePlan, asOf: string, readBetween: ReadBetween) => Promise<string>>
> = {
  markdown: async (plan, asOf, readBetween) => {
    const going = plan.steps.filter(({ urgency }) => urgency !== 'stay');
    const notes = await Promise.all(going.map(async (step) => [step, await readBetween(step)] as const));
    return planMarkdown(plan, asOf, new Map(notes));
  },
  checklist: async (plan) => planChecklist(plan),
};
