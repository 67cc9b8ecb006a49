import type { Comparison } from '../../derive/compare/compare-markdown.ts';
import { gapsInWords } from '../../derive/compare/compare-words.ts';
import { KIND_WORDS } from '../../derive/meaning/kind-words.ts';
import type { NoteKind } from '../../derive/meaning/note-item.ts';
import type { CumulativeKind } from '../../derive/upgrade/cumulate.ts';
import { element } from '../element.ts';
import { releaseLink, showItem } from '../show-item.ts';
import { showAdvisories } from './show-advisories.ts';
import { type PathOf, showAside } from './show-aside.ts';
import { unfolding } from './unfolding.ts';

// Nobody should miss what breaks; of the rest the first lines tell whether more is wanted.
const SHOWN: Readonly<Partial<Record<NoteKind, number>>> = {
  breaking: 60,
  security: 60,
  deprecation: 30,
  other: 6,
};
const MOST = 15;

/** A comparison as the page shows it. Edits have their place at the end of the notes. */
export function showComparison(comparison: Comparison, pathOf: PathOf, edits: HTMLElement): HTMLElement {
  const { range, told, advisories } = comparison;
  const gaps = gapsInWords(told, range.releases.length);
  const cut = told.cut.flatMap((release, index) => [index > 0 ? ', ' : '', releaseLink(release)]);
  const column = [
    showAdvisories(advisories),
    ...told.kinds.map(showKind),
    gaps === '' ? undefined : element('p', { class: 'soft' }, gaps),
    cut.length === 0
      ? undefined
      : element('p', { class: 'soft' }, 'These say more than is listed here: ', ...cut, '.'),
    edits,
  ];
  return element(
    'div',
    { class: 'release-grid' },
    element('div', { class: 'notes-column' }, ...column),
    showAside(comparison, pathOf),
  );
}

function showKind({ kind, items }: CumulativeKind): HTMLElement {
  const count = element('span', { class: 'count' }, items.length.toLocaleString('en-GB'));
  const most = SHOWN[kind] ?? MOST;
  return element(
    'section',
    { class: `kind kind-${kind}` },
    element('h2', {}, KIND_WORDS[kind], ' ', count),
    element('ul', {}, ...items.slice(0, most).map(showItem)),
    ...unfolding(items.slice(most), showItem, 'more'),
  );
}
