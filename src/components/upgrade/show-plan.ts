import type { UpgradePlan, Urgency } from '../../derive/upgrade/plan-upgrade.ts';
import { URGENCY_WORDS } from '../../derive/upgrade/step-words.ts';
import { watchLines } from '../../derive/upgrade/watch-lines.ts';
import { countInWords } from '../../derive/words.ts';
import type { Skipped, Used } from '../../inventory/used.ts';
import { element } from '../element.ts';
import { type ReadBetween, showStep } from './show-step.ts';

/** A plan as the parts of a page, what is to be done first. */
export function showPlan(
  plan: UpgradePlan,
  used: readonly Used[],
  skipped: readonly Skipped[],
  readBetween: ReadBetween,
): HTMLElement[] {
  const groups = [...Map.groupBy(plan.steps, ({ urgency }) => urgency)].map(([urgency, steps]) => {
    const { title, means } = URGENCY_WORDS[urgency];
    return part(
      `${title} (${steps.length})`,
      element('p', { class: 'soft' }, means),
      ...steps.map((step) => showStep(step, readBetween)),
    );
  });
  return [...groups, unversioned(plan), unwatched(plan, used), leftOut(skipped)].filter(
    (one) => one !== undefined,
  );
}

/** `38 of 412 packages in use are followed here; 12 are behind, 2 to be taken now.` */
export function sumInWords({ steps, unwatched: others, unversioned: unknown }: UpgradePlan): string {
  const count = (...urgencies: readonly Urgency[]) =>
    steps.filter(({ urgency }) => urgencies.includes(urgency)).length;
  const all = countInWords(steps.length + others.length + unknown.length, 'package');
  return `${steps.length} of ${all} in use ${steps.length === 1 ? 'is' : 'are'} followed here; ${count('now', 'easily', 'with-care')} behind, ${count('now')} to be taken now.`;
}

function part(title: string, ...children: readonly (HTMLElement | undefined)[]): HTMLElement {
  return element('section', { class: 'part' }, element('h2', {}, title), ...children);
}

function unversioned({ unversioned: purls }: UpgradePlan): HTMLElement | undefined {
  if (purls.length === 0) return undefined;
  const says = element(
    'p',
    { class: 'soft' },
    'They are followed here, but the file names no version of them.',
  );
  return part(`Without a version (${purls.length})`, says, element('p', {}, purls.join(', ')));
}

function unwatched({ unwatched: purls }: UpgradePlan, used: readonly Used[]): HTMLElement | undefined {
  if (purls.length === 0) return undefined;
  const says = element('p', { class: 'soft' }, 'Nobody follows them here. These lines of a watchlist would:');
  const lines = element('textarea', { class: 'lines', id: 'lines' });
  lines.value = watchLines(purls, used);
  lines.readOnly = true;
  lines.rows = Math.min(12, purls.length + 1);
  lines.spellcheck = false;
  lines.ariaLabel = 'Lines of a watchlist';
  return part(`Not followed here (${purls.length})`, says, lines);
}

const MOST_SHOWN = 100;

function leftOut(skipped: readonly Skipped[]): HTMLElement | undefined {
  if (skipped.length === 0) return undefined;
  const items = skipped.slice(0, MOST_SHOWN).map(({ text, why }) => element('li', {}, `${text}: ${why}`));
  const list = element('details', {}, element('summary', {}, 'What, and why'), element('ul', {}, ...items));
  return part(`Left out (${skipped.length})`, list);
}
