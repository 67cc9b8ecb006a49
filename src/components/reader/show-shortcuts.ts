import { element } from '../element.ts';
import { OWN } from './own.ts';
import { SHORTCUTS } from './shortcuts.ts';

let dialog: HTMLDialogElement | undefined;

/** Shows what the keys do, with a way to turn them off. Escape closes it. */
export function showShortcuts(): void {
  dialog ??= makeDialog();
  dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const rows = SHORTCUTS.flatMap(({ key, words }) => [
    element('dt', {}, element('kbd', {}, key)),
    element('dd', {}, words),
  ]);
  const areOn = element('input', { type: 'checkbox' });
  areOn.checked = OWN.areKeysOn.read();
  areOn.addEventListener('change', () => OWN.areKeysOn.write(areOn.checked));
  const close = element('button', { type: 'button', class: 'framed' }, 'Close');
  const made = element(
    'dialog',
    { class: 'keys' },
    element('h2', { id: 'keys-title' }, 'Keyboard'),
    element('dl', {}, ...rows),
    element('p', {}, element('label', {}, areOn, ' These keys are on, in this browser')),
    close,
  );
  made.setAttribute('aria-labelledby', 'keys-title');
  close.addEventListener('click', () => made.close());
  document.body.append(made);
  return made;
}
