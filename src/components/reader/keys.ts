import { link } from '../links.ts';
import { moveFrom, withFocus } from './move.ts';
import { OWN } from './own.ts';
import { type Action, actionOf } from './shortcuts.ts';
import { showShortcuts } from './show-shortcuts.ts';

// Fields in which a key writes or chooses something.
const FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

const DO: Readonly<Record<Action, () => void>> = {
  next: () => moveFrom(1),
  previous: () => moveFrom(-1),
  open: () => withFocus()?.querySelector<HTMLElement>(':is(h3, h4) a')?.click(),
  mark: () => withFocus()?.dispatchEvent(new Event('tidings:mark')),
  search: () => {
    const field = document.querySelector<HTMLElement>('#query');
    if (field === null) location.assign(`${link('search/')}#query`);
    else field.focus();
  },
  help: showShortcuts,
};

document.addEventListener('keydown', (event) => {
  const { target } = event;
  const action = actionOf({
    key: event.key,
    hasModifier: event.altKey || event.ctrlKey || event.metaKey || event.isComposing,
    isTyping: target instanceof Element && target.closest(FIELDS) !== null,
    isElsewhere: document.querySelector('dialog[open]') !== null,
    areOn: OWN.areKeysOn.read(),
  });
  if (action === undefined || event.defaultPrevented) return;
  event.preventDefault();
  DO[action]();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-shortcuts]')) {
  button.addEventListener('click', showShortcuts);
  button.hidden = false;
}
