import type { Range } from '../../derive/compare/compare-range.ts';
import { daysInWords, rangeInWords } from '../../derive/compare/compare-words.ts';
import { element } from '../element.ts';

/** The comparison in a line: how far it is, with the phase of the moon for the size of the step. */
export function showSum(range: Range): (Node | string)[] {
  if (range.from === range.to) return [rangeInWords(range)];
  const phase = element('span', { class: `phase phase-${range.step.kind}` });
  phase.ariaHidden = 'true';
  const when = element('span', { class: 'soft' }, daysInWords(range));
  const turned = range.isSwapped ? ' The lower version stands first.' : '';
  return [phase, ' ', rangeInWords(range), `${turned} `, when];
}
