import { compareText } from '../../core/compare-text.ts';
import { part } from '../part.ts';
import { isNarrow, type Refinement } from './refine.ts';
import type { ShownEntry } from './shown-entries.ts';

const LISTS = ['hide', 'only', 'step'] as const;

/** The controls of the bar, as one value. */
export interface Controls {
  readonly read: () => Refinement;
  readonly show: (refinement: Refinement) => void;
}

/** Fills the controls with what the page has, and opens the filters where the address sets one of them. */
export function setUpControls(bar: HTMLElement, entries: readonly ShownEntry[], asked: Refinement): Controls {
  const q = part('#narrow', HTMLInputElement, bar);
  const tag = part('#narrow-tag', HTMLSelectElement, bar);
  const source = part('#narrow-source', HTMLSelectElement, bar);
  const boxes = [...bar.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  fill(
    tag,
    entries.flatMap(({ tags }) => tags),
    asked.tag,
  );
  fill(
    source,
    entries.flatMap(({ sources }) => sources),
    asked.source,
  );
  const checked = (name: string) =>
    boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
  const show = (refinement: Refinement) => {
    q.value = refinement.q;
    tag.value = refinement.tag;
    source.value = refinement.source;
    for (const name of LISTS) {
      for (const box of boxes) if (box.name === name) box.checked = refinement[name].includes(box.value);
    }
  };
  show(asked);
  // What always stands in the bar needs no opening.
  const only = asked.only.filter((mark) => mark !== 'followed');
  setUpMore(bar, isNarrow({ ...asked, q: '', hide: [], only }));
  return {
    read: () => ({
      q: q.value,
      tag: tag.value,
      source: source.value,
      hide: checked('hide'),
      only: checked('only'),
      step: checked('step'),
    }),
    show,
  };
}

function setUpMore(bar: HTMLElement, isOpen: boolean): void {
  const button = part('[aria-controls]', HTMLButtonElement, bar);
  const more = part('#more-filters', HTMLElement, bar);
  const open = (wanted: boolean) => {
    more.hidden = !wanted;
    button.setAttribute('aria-expanded', String(wanted));
  };
  button.addEventListener('click', () => open(more.hidden !== false));
  open(isOpen);
}

// What the address asks for is a choice even where this page has none of it.
function fill(select: HTMLSelectElement, values: readonly string[], asked: string): void {
  const choices = [...new Set([...values, asked])].filter((value) => value !== '').sort(compareText);
  select.append(...choices.map((value) => new Option(value, value)));
  select.closest('p')?.toggleAttribute('hidden', choices.length === 0);
}
