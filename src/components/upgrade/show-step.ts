import { packageName, parsePackage } from '../../core/package.ts';
import { showHidden } from '../../core/show-hidden.ts';
import { severityInWords } from '../../derive/advisories/alerts.ts';
import { KIND_WORDS } from '../../derive/meaning/kind-words.ts';
import type { NotesBetween } from '../../derive/upgrade/notes-between.ts';
import type { UpgradeStep } from '../../derive/upgrade/plan-upgrade.ts';
import { stepInWords, wayInWords } from '../../derive/upgrade/step-words.ts';
import { element } from '../element.ts';
import { link } from '../links.ts';
import { showCut, showItem } from '../show-item.ts';

/** Reads what lies between, for a step that a person opens. */
export type ReadBetween = (step: UpgradeStep) => Promise<NotesBetween>;

const MOST_SHOWN = 40;

/** A step as an item that opens; what the notes say is read when it first does. */
export function showStep(step: UpgradeStep, readBetween: ReadBetween): HTMLElement {
  const body = element('div', { class: 'step-body' });
  const item = element(
    'details',
    { class: 'step' },
    element(
      'summary',
      {},
      element('span', { class: 'step-name' }, packageName(parsePackage(step.package))),
      element('span', { class: 'version' }, wayInWords(step)),
      element('span', { class: 'step-says' }, stepInWords(step)),
    ),
    body,
  );
  item.addEventListener('toggle', () => void open(step, body, readBetween), { once: true });
  return item;
}

async function open(step: UpgradeStep, body: HTMLElement, readBetween: ReadBetween): Promise<void> {
  const { onTrack, latest, closes } = step;
  const page = element('a', { href: link(`projects/${step.held.project}/`) }, `All of ${step.held.name}`);
  const stop =
    onTrack !== undefined && onTrack !== latest
      ? element('p', {}, 'On the same track: ', element('b', {}, onTrack[0]), '.')
      : undefined;
  const closed = closes.map(({ id, url, severity, summary }) =>
    element(
      'li',
      {},
      element('a', { href: url }, id),
      `, ${severityInWords(severity)}${summary && `: ${showHidden(summary)}`}`,
    ),
  );
  const list = closed.length > 0 ? element('ul', {}, ...closed) : undefined;
  const told = element('div', {}, element('p', { class: 'soft' }, 'Reading the notes …'));
  body.append(...[stop, list, told, element('p', {}, page)].filter((part) => part !== undefined));
  try {
    told.replaceChildren(...showNotes(await readBetween(step)));
  } catch {
    told.replaceChildren(element('p', {}, 'The notes could not be read. Reload the page to try again.'));
  }
}

function showNotes(notes: NotesBetween): HTMLElement[] {
  const { kinds } = notes;
  if (kinds.length === 0) return [element('p', { class: 'soft' }, 'No notes say what lies between.')];
  const told = kinds.map(({ kind, items }) => {
    const shown = items.slice(0, MOST_SHOWN).map(showItem);
    const more =
      items.length > MOST_SHOWN
        ? element('li', { class: 'soft' }, `and ${items.length - MOST_SHOWN} more`)
        : undefined;
    const title = element('h4', {}, KIND_WORDS[kind]);
    return element('section', { class: `kind kind-${kind}` }, title, element('ul', {}, ...shown, more));
  });
  const cut = showCut(notes);
  return cut === undefined ? told : [...told, cut];
}
