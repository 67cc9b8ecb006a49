import { showHidden } from '../../core/show-hidden.ts';
import type { ComparedEdit } from '../../derive/compare/compare-edits.ts';
import { countInWords, momentInWords } from '../../derive/words.ts';
import { element } from '../element.ts';
import { link } from '../links.ts';

// More of them open would hide the rest of the page.
const OPEN = 3;

/** The edits of notes between, each with its comparison by words. */
export function showEdits(edits: readonly ComparedEdit[]): HTMLElement {
  const items = edits.map((edit) => {
    const item = showEdit(edit);
    item.open = edits.length <= OPEN;
    return item;
  });
  const says = element(
    'p',
    { class: 'soft' },
    'What these notes said at first, and what they say since. The list above goes by what they say now.',
  );
  return element(
    'section',
    { class: 'edits' },
    element('h2', {}, 'Notes that were edited later'),
    says,
    ...items,
  );
}

function showEdit({ ref, at, channel, place, diff, isReplaced }: ComparedEdit): HTMLDetailsElement {
  const when = element('time', { datetime: at }, momentInWords(at));
  const head = element(
    'summary',
    {},
    element('b', {}, showHidden(ref)),
    ', ',
    when,
    channel && `, at ${channel}`,
  );
  const hunks = diff.hunks.map((pieces) =>
    element('pre', { class: 'hunk', dir: 'auto' }, ...pieces.map(showPiece)),
  );
  const counts = [
    diff.added > 0 && `${countInWords(diff.added, 'line')} added`,
    diff.removed > 0 && `${countInWords(diff.removed, 'line')} removed`,
    diff.isCut && 'more than is shown here',
    isReplaced && 'the text that came after is not held',
  ].filter((words) => words !== false && words !== undefined);
  const ledger = place && element('a', { href: link(place) }, 'In the ledger');
  const sum = element(
    'p',
    {},
    `${counts.join(', ') || 'only the ends of lines differ'}. `,
    ledger || undefined,
  );
  return element('details', {}, head, element('div', { class: 'edit' }, ...hunks, sum));
}

function showPiece({ kind, text }: ComparedEdit['diff']['hunks'][number][number]): Node | string {
  if (kind === 'same') return text;
  return element(kind === 'added' ? 'ins' : 'del', {}, text);
}
