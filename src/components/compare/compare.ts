import { showHidden } from '../../core/show-hidden.ts';
import { type Choice, followChoice } from '../../derive/compare/complete-choice.ts';
import { proposedRanges } from '../../derive/compare/proposed-ranges.ts';
import { copyBy } from '../copy/copy-by.ts';
import { part } from '../part.ts';
import { replaceAddress } from '../replace-address.ts';
import { readChoice, writeChoice } from './choice-address.ts';
import { openComparison } from './open-comparison.ts';
import { showProposed } from './show-proposed.ts';

const tool = part('[data-compare]', HTMLElement);
const from = part('#from', HTMLSelectElement);
const to = part('#to', HTMLSelectElement);
const proposed = part('#proposed', HTMLElement);
const status = part('#compare-status', HTMLElement);
const copy = part('#copy', HTMLButtonElement);

/** Whatever goes wrong is told where the answer would be. */
function fail(error: unknown): void {
  status.textContent = `That did not work: ${error instanceof Error ? error.message : error}. Reload the page to try again.`;
}

async function start(): Promise<void> {
  const places = { from, to, status, compared: part('#compared', HTMLElement) };
  const { index, show, markdown } = await openComparison(tool.dataset['compare'] ?? '', places);
  const proposals = proposedRanges(index);
  const { title } = document;
  let current = '';

  function turnTo(choice: Choice): void {
    const shown = show(choice);
    proposed.replaceChildren(...showProposed(proposals, shown));
    copy.hidden = shown === undefined;
    document.title = title;
    current = location.search;
    if (shown === undefined) return;
    replaceAddress(writeChoice(shown), '');
    current = location.search;
    document.title = `${showHidden(index.name)} ${showHidden(shown.from)} → ${showHidden(shown.to)}`;
  }

  function go(choice: Choice): void {
    history.pushState(null, '', location.pathname + writeChoice(choice));
    turnTo(choice);
  }

  const change = (changed: keyof Choice) =>
    go(followChoice(index, { from: from.value, to: to.value }, changed));
  from.addEventListener('change', () => change('from'));
  to.addEventListener('change', () => change('to'));
  proposed.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof HTMLAnchorElement) || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    go(readChoice(target.search));
    proposed.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  copy.addEventListener('click', () => void copyBy(copy, markdown() ?? '').catch(fail));
  addEventListener('popstate', () => {
    // A place on the page is no other choice.
    if (location.search !== current) turnTo(readChoice(location.search));
  });
  turnTo(readChoice(location.search));
  tool.dataset['ready'] = '';
}

tool.hidden = false;
start().catch(fail);
