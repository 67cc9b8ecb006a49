import { element } from '../element.ts';
import type { ShownEntry } from './shown-entries.ts';
import { visitDay } from './tally.ts';
import { isNew, isUnread, type Visits } from './visits.ts';

/** Puts a mark beside what is unread, and takes it from what is not. */
export function showMarks(entries: readonly ShownEntry[], visits: Visits): void {
  for (const entry of entries) {
    const mark = entry.heading.querySelector('.unread');
    const isMarked = isUnread(visits, entry);
    if (isMarked && mark === null) entry.heading.prepend(newMark());
    else if (!isMarked) mark?.remove();
  }
}

function newMark(): HTMLElement {
  const mark = element('span', { class: 'unread' });
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', 'Unread');
  return mark;
}

/** Draws the line between what came since the last visit and what was there: above the first release that was. */
export function drawLine(entries: readonly ShownEntry[], visits: Visits): void {
  document.querySelector('.since')?.remove();
  const shown = entries.filter(({ article }) => !article.hidden);
  const first = shown.findIndex((entry) => !isNew(visits, entry));
  const { article } = shown[first] ?? {};
  if (article === undefined || first === 0) return;
  const day = article.closest('.day');
  const isFirstOfDay = shown[first - 1]?.article.closest('.day') !== day;
  const visit = visits.before === undefined ? '' : `, ${visitDay(visits.before)}`;
  (isFirstOfDay ? day : article)?.before(element('p', { class: 'since' }, `Your last visit${visit}`));
}
