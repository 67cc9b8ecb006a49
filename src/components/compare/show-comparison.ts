import type { Comparison } from '../../derive/compare/compare-markdown.ts';
import { gapsInWords } from '../../derive/compare/compare-words.ts';
import { KIND_WORDS } from '../../derive/meaning/kind-words.ts';
import type { NoteKind } from '../../derive/meaning/note-item.ts';
import type { CumulativeKind } from '../../derive/upgrade/cumulate.ts';
import { element } from '../element.ts';
import { showCut, showItem } from '../show-item.ts';
import { showAdvisories } from './show-advisories.ts';
import { type PathOf, showAside } from './show-aside.ts';
import { unfolding } from './unfolding.ts';

// Nobody should miss what breaks; of the rest the first lines tell whether more is wanted.
const SHOWN: Readonly<Partial<Record<NoteKind, number>>> = {
  breaking: 40,
  security: 40,
  deprecation: 30,
  other: 6,
};
const MOST = 15;

/** A comparison as the page shows it. Edits have their place at the end of the notes. */
export function showComparison(comparison: Comparison, pathOf: PathOf, edits: HTMLElement): HTMLElement[] {
  const { range, told, advisories } = comparison;
  const gaps = gapsInWords(told, range.releases.length);
  const column = [
    showAdvisories(advisories),
    ...told.kinds.map(showKind),
    gaps === '' ? undefined : element('p', { class: 'soft' }, gaps),
    showCut(told),
    edits,
  ];
  return [
    ...showWays(told.kinds),
    element(
      'div',
      { class: 'release-grid' },
      element('div', { class: 'notes-column' }, ...column),
      showAside(comparison, pathOf),
    ),
  ];
}

/** What there is of each kind, and the way to it. */
function showWays(kinds: readonly CumulativeKind[]): HTMLElement[] {
  if (kinds.length < 2) return [];
  const ways = kinds.map(({ kind, items }) =>
    element(
      'li',
      {},
      element('a', { href: `#${placeOf(kind)}` }, KIND_WORDS[kind]),
      ' ',
      showCount(items.length),
    ),
  );
  return [element('ul', { class: 'ways' }, ...ways)];
}

function placeOf(kind: NoteKind): string {
  return `told-${kind}`;
}

function showCount(count: number): HTMLElement {
  return element('span', { class: 'count' }, count.toLocaleString('en-GB'));
}

function showKind({ kind, items }: CumulativeKind): HTMLElement {
  const most = SHOWN[kind] ?? MOST;
  return element(
    'section',
    { class: `kind kind-${kind}`, id: placeOf(kind) },
    element('h2', {}, KIND_WORDS[kind], ' ', showCount(items.length)),
    element('ul', {}, ...items.slice(0, most).map(showItem)),
    ...unfolding(items.slice(most), showItem, 'more'),
  );
}
