import { showHidden } from '../../core/show-hidden.ts';
import type { Choice } from '../../derive/compare/complete-choice.ts';
import type { ProposedRange } from '../../derive/compare/proposed-ranges.ts';
import { element } from '../element.ts';
import { writeChoice } from './choice-address.ts';

/** What is worth comparing, as links; that which is shown is marked. */
export function showProposed(proposed: readonly ProposedRange[], shown: Choice | undefined): HTMLElement[] {
  return proposed.map((range) => {
    const { from, to, title } = range;
    const link = element('a', { href: writeChoice(range) }, showHidden(title));
    link.title = `${showHidden(from)} → ${showHidden(to)}`;
    if (from === shown?.from && to === shown.to) link.ariaCurrent = 'true';
    return element('li', {}, link);
  });
}
